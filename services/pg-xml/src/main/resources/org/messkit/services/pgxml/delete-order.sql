delete from order_xml where order_key(message) collate "C" = ?
