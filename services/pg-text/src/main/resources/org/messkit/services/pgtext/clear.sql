truncate order_text, base.order_text;
