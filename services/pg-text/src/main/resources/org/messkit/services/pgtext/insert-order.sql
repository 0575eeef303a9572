insert into order_text (order_id, contract, call_off, dealer, message) values (?, ?, ?, ?, ?) on conflict do nothing
