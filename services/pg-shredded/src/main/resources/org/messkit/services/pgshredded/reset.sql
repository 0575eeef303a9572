truncate order_line, order_assembly, order_mark, purchase_order;
insert into purchase_order select * from purchase_order_base;
insert into order_mark select * from order_mark_base;
insert into order_assembly select * from order_assembly_base;
insert into order_line select * from order_line_base;
analyze purchase_order, order_mark, order_assembly, order_line;
