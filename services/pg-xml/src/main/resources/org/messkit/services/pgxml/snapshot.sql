truncate base.order_xml;
insert into base.order_xml select * from order_xml;
