(: A document is deleted by its path, which is a form of the key that nothing can be wrong with. :)
declare namespace p = 'urn:messkit:pantry:1';
declare variable $id as xs:string external;

let $order := db:text('pantry', $id)/parent::p:OrderId/parent::p:PurchaseOrder/parent::stored
return
  if (empty($order))
  then update:output('missing')
  else (db:delete('pantry', db:path($order)), update:output('deleted'))
