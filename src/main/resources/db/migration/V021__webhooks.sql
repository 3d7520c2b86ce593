-- Events that Leeloo sent. They are hints to fetch an order or a person again, and are never shown.
create table webhook_events (
    id          uuid        not null primary key,
    digest      bytea       not null unique,
    type        text        not null,
    body        bytea       not null,
    order_id    text,
    channel_id  text,
    received_at timestamptz not null default clock_timestamp(),
    attempts    integer     not null default 0,
    next_try_at timestamptz          default clock_timestamp()
);

comment on column webhook_events.digest is 'of the body, so that an event that is sent again counts once';
comment on column webhook_events.next_try_at is 'when the order and the person are fetched; null if there is nothing to do any more';

create index webhook_events_next_try_at on webhook_events (next_try_at) where next_try_at is not null;
create index webhook_events_received_at on webhook_events (received_at);
create index webhook_events_order_id on webhook_events (order_id) where order_id is not null;
create index webhook_events_channel_id on webhook_events (channel_id) where channel_id is not null;
