select order_key(message)
  from order_xml
 where order_contract(message) = ? and order_call_off(message) between ? and ?
 order by order_key(message) collate "C"
