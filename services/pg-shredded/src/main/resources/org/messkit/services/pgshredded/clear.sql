truncate base.order_line, base.order_assembly, base.order_mark, base.purchase_order;
truncate order_line, order_assembly, order_mark, purchase_order;
