truncate base.order_line, base.order_assembly, base.order_mark, base.purchase_order;
insert into base.purchase_order select * from purchase_order;
insert into base.order_mark select * from order_mark;
insert into base.order_assembly select * from order_assembly;
insert into base.order_line select * from order_line;
