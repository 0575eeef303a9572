-- The key of a message, unescaped. What it gives depends on the message alone; PostgreSQL must be told so.
create function order_key(message xml) returns text
    language sql immutable strict parallel safe
as $$
    select code
      from xmltable(
          xmlnamespaces('urn:messkit:pantry:1' as o), '/o:PurchaseOrder' passing message
          columns code text path 'o:OrderId'
      )
$$;

create function order_dealer(message xml) returns text
    language sql immutable strict parallel safe
as $$
    select code
      from xmltable(
          xmlnamespaces('urn:messkit:pantry:1' as o), '/o:PurchaseOrder' passing message
          columns code text path 'o:Party/o:Dealer'
      )
$$;

create function order_contract(message xml) returns text
    language sql immutable strict parallel safe
as $$
    select code
      from xmltable(
          xmlnamespaces('urn:messkit:pantry:1' as o), '/o:PurchaseOrder' passing message
          columns code text path 'o:Contract'
      )
$$;

create function order_call_off(message xml) returns int
    language sql immutable strict parallel safe
as $$
    select code
      from xmltable(
          xmlnamespaces('urn:messkit:pantry:1' as o), '/o:PurchaseOrder' passing message
          columns code int path 'o:CallOff'
      )
$$;

create table order_xml (message xml not null);
create unique index order_xml_key on order_xml (order_key(message) collate "C");
create index order_xml_dealer on order_xml (order_dealer(message));
create index order_xml_call_off on order_xml (order_contract(message), order_call_off(message));

-- The known good state.
create table order_xml_base as select * from order_xml;
