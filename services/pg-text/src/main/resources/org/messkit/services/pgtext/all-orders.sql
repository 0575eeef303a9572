select order_id from order_text
