insert into order_line (order_id, position, assembly, item_id, quantity, unit_price, description)
values (?, ?, ?, ?, ?, ?, ?)
