(: One index, of what orders are found by, kept with every change; codes may have 200 characters of four bytes. :)
db:create('pantry', (), (), map {
  'textindex': true(),
  'attrindex': false(),
  'updindex': true(),
  'textinclude': 'range,Q{urn:messkit:pantry:1}OrderId,Q{urn:messkit:pantry:1}Dealer',
  'maxlen': 1000
})
