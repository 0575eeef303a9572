delete from purchase_order where order_id = ?
