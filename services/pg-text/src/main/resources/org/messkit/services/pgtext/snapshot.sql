truncate base.order_text;
insert into base.order_text select * from order_text;
