truncate order_line_base, order_assembly_base, order_mark_base, purchase_order_base;
insert into purchase_order_base select * from purchase_order;
insert into order_mark_base select * from order_mark;
insert into order_assembly_base select * from order_assembly;
insert into order_line_base select * from order_line;
