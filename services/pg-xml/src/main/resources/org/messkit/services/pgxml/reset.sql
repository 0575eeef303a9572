truncate order_xml;
insert into order_xml select * from base.order_xml;
analyze order_xml;
