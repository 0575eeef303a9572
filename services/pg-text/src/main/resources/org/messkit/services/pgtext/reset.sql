truncate order_text;
insert into order_text select * from order_text_base;
analyze order_text;
