select order_key(message) from order_xml where order_dealer(message) = ? order by order_key(message) collate "C"
