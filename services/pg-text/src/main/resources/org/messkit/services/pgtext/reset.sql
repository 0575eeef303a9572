truncate order_text;
insert into order_text select * from base.order_text;
analyze order_text;
