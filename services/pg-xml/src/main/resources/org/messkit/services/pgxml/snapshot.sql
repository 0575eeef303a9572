truncate order_xml_base;
insert into order_xml_base select * from order_xml;
