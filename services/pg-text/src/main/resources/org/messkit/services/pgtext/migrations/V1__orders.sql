create table order_text (
    order_id varchar(200) collate "C" primary key,
    contract varchar(200) not null,
    call_off int          not null,
    dealer   varchar(200) not null,
    message  text         not null
);
create index order_text_dealer on order_text (dealer);
create index order_text_call_off on order_text (contract, call_off);

-- The known good state.
create table order_text_base as select * from order_text;
