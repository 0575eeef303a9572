insert into purchase_order (order_id, contract, call_off, status, dealer, name, city, note)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict do nothing
