declare namespace p = 'urn:messkit:pantry:1';
declare option output:method 'text';

for $order in db:get('pantry')/stored/p:PurchaseOrder
return string($order/p:OrderId)
