(: The look and the write are one change: the database is locked for the whole query. :)
declare namespace p = 'urn:messkit:pantry:1';
declare variable $id as xs:string external;
declare variable $range as xs:string external;
declare variable $order as document-node() external;

if (exists(db:text('pantry', $id)/parent::p:OrderId/parent::p:PurchaseOrder/parent::stored))
then update:output('exists')
else (
  db:add('pantry', document { <stored><range>{ $range }</range>{ $order/* }</stored> }, string(convert:string-to-hex($id))),
  update:output('inserted')
)
