select message from order_xml where order_key(message) collate "C" = ?
