-- H2 truncates no table that others refer to.
set referential_integrity false;
truncate table order_line;
truncate table order_assembly;
truncate table order_mark;
truncate table purchase_order;
insert into purchase_order select * from base.purchase_order;
insert into order_mark select * from base.order_mark;
insert into order_assembly select * from base.order_assembly;
insert into order_line select * from base.order_line;
set referential_integrity true;
