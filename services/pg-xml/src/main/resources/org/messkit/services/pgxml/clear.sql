truncate order_xml, base.order_xml;
