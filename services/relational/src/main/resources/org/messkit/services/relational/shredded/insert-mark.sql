insert into order_mark (order_id, position, mark) values (?, ?, ?)
