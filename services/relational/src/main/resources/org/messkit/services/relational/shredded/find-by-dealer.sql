select order_id from purchase_order where dealer = ? order by order_id
