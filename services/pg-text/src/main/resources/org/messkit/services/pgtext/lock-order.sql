select message from order_text where order_id = ? for update
