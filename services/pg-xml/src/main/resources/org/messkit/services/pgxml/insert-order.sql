insert into order_xml (message) values (xmlparse(document ?)) on conflict do nothing
