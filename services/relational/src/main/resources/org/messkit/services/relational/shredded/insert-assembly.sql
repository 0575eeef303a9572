insert into order_assembly (order_id, number, parent) values (?, ?, ?)
