select order_key(message) from order_xml
