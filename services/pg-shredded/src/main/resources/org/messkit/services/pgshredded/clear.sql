truncate order_line_base, order_assembly_base, order_mark_base, purchase_order_base;
truncate order_line, order_assembly, order_mark, purchase_order;
