declare namespace p = 'urn:messkit:pantry:1';
declare variable $id as xs:string external;

db:text('pantry', $id)/parent::p:OrderId/parent::p:PurchaseOrder[parent::stored]
