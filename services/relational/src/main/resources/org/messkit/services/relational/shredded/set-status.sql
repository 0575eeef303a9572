update purchase_order set status = ? where order_id = ?
