truncate order_xml, order_xml_base;
