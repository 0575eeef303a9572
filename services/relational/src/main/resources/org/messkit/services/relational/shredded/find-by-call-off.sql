select order_id from purchase_order where contract = ? and call_off between ? and ? order by order_id
