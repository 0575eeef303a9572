(: The index knows strings alone: a contract and a number with leading zeros lie in it in the order of the numbers. :)
declare namespace p = 'urn:messkit:pantry:1';
declare option output:method 'text';
declare variable $contract as xs:string external;
declare variable $from as xs:string external;
declare variable $to as xs:string external;

for $order in db:text-range('pantry', $from, $to)/parent::range/parent::stored/p:PurchaseOrder[p:Contract = $contract]
return string($order/p:OrderId)
