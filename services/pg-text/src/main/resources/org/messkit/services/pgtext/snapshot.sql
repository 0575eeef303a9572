truncate order_text_base;
insert into order_text_base select * from order_text;
