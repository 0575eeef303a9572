create table purchase_order (
    order_id varchar(200) collate "C" primary key,
    contract varchar(200) not null,
    call_off int          not null,
    status   varchar(200) not null,
    dealer   varchar(200) not null,
    name     text         not null,
    city     text         not null,
    note     text         not null
);
create index purchase_order_dealer on purchase_order (dealer);
create index purchase_order_call_off on purchase_order (contract, call_off);

create table order_mark (
    order_id varchar(200) not null references purchase_order on delete cascade,
    position int          not null,
    mark     text         not null,
    primary key (order_id, position)
);

-- An assembly's number is its place in document order, from 1; its parent is 0 where it stands in none.
create table order_assembly (
    order_id varchar(200) not null references purchase_order on delete cascade,
    number   int          not null,
    parent   int          not null,
    primary key (order_id, number)
);

create table order_line (
    order_id    varchar(200)   not null references purchase_order on delete cascade,
    position    int            not null,
    assembly    int            not null,
    item_id     text           not null,
    quantity    int            not null,
    unit_price  numeric(12, 2) not null,
    description text           not null,
    primary key (order_id, position)
);

-- The known good state.
create table purchase_order_base as select * from purchase_order;
create table order_mark_base as select * from order_mark;
create table order_assembly_base as select * from order_assembly;
create table order_line_base as select * from order_line;
