truncate order_line, order_assembly, order_mark, purchase_order;
insert into purchase_order select * from base.purchase_order;
insert into order_mark select * from base.order_mark;
insert into order_assembly select * from base.order_assembly;
insert into order_line select * from base.order_line;
analyze purchase_order, order_mark, order_assembly, order_line;
