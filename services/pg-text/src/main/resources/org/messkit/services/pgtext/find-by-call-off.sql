select order_id from order_text where contract = ? and call_off between ? and ? order by order_id
