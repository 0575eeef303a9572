truncate order_text, order_text_base;
