delete from order_text where order_id = ?
