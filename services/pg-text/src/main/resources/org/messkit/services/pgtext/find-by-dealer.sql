select order_id from order_text where dealer = ? order by order_id
