update order_text set message = ? where order_id = ?
