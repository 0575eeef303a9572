select order_id from purchase_order
