declare namespace p = 'urn:messkit:pantry:1';
declare variable $id as xs:string external;
declare variable $status as xs:string external;

let $order := db:text('pantry', $id)/parent::p:OrderId/parent::p:PurchaseOrder[parent::stored]
return
  if (empty($order))
  then update:output('missing')
  else (replace value of node $order/p:Status with $status, update:output('updated'))
