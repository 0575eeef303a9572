truncate order_xml;
insert into order_xml select * from order_xml_base;
analyze order_xml;
