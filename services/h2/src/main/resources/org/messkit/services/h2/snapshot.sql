truncate table base.order_line;
truncate table base.order_assembly;
truncate table base.order_mark;
truncate table base.purchase_order;
insert into base.purchase_order select * from purchase_order;
insert into base.order_mark select * from order_mark;
insert into base.order_assembly select * from order_assembly;
insert into base.order_line select * from order_line;
