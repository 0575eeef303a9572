declare namespace p = 'urn:messkit:pantry:1';
declare option output:method 'text';
declare variable $dealer as xs:string external;

for $id in db:text('pantry', $dealer)/parent::p:Dealer/parent::p:Party/parent::p:PurchaseOrder[parent::stored]/p:OrderId
return string($id)
