-- One statement for all tables: it sees one state of the order, and is one way to the database and back.
select 0 as kind, 0 as place, call_off as n1, 0 as n2, cast(null as numeric(12, 2)) as price,
       contract as t1, status as t2, dealer as t3, name as t4, city as t5, note as t6
  from purchase_order where order_id = ?
union all
select 1, position, 0, 0, null, mark, null, null, null, null, null from order_mark where order_id = ?
union all
select 2, number, parent, 0, null, null, null, null, null, null, null from order_assembly where order_id = ?
union all
select 3, position, assembly, quantity, unit_price, item_id, description, null, null, null, null
  from order_line where order_id = ?
order by kind, place
