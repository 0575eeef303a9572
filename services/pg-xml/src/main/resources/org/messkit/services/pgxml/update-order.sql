update order_xml set message = xmlparse(document ?) where order_key(message) collate "C" = ?
