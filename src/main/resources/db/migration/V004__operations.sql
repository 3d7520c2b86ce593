-- One row for each change, committed before the send. V008 renames some columns.
create table operations (
    id              uuid        not null primary key, -- UUIDv7, in the order of time
    client_id       text        not null,
    operation       text        not null,             -- people.addTag
    target_kind     text        not null,
    target_id       text,
    also_id         text,                             -- a second target: the tag of people.addTag
    made_id         text,                             -- id of the created person or order
    idempotency_key text,
    holds_key       boolean     not null,             -- whether a repeat of the key is a replay of this row; false allows a retry
    fingerprint     text,                             -- keyed hash of the request, to detect another request with the same key
    change          text        not null,             -- name of the change record: AddTag
    touched         text[]      not null,             -- scopes of the invalidated cache entries
    request         text,                             -- JSON; only while the outcome is open
    outcome         text        not null,
    status          integer,                          -- HTTP status of the response
    answer          text,                             -- JSON; response for a replay
    request_id      text        not null,
    owner           uuid        not null,             -- instance that sends the change
    retry_of        uuid,
    evidence        text,
    history         jsonb       not null default '[]',
    looks           integer     not null default 0,   -- number of checks at Leeloo without a decision
    next_look_at    timestamptz,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    check (outcome in ('sending', 'applied', 'not_applied', 'rejected', 'not_sent', 'unknown'))
);

create unique index operations_held_key on operations (client_id, idempotency_key) where holds_key;
create index operations_key on operations (client_id, idempotency_key, id) where idempotency_key is not null;
create index operations_client_id on operations (client_id, id);
create index operations_target_id on operations (coalesce(target_id, made_id), id);
create index operations_fingerprint on operations (fingerprint, id) where fingerprint is not null;
create index operations_kept on operations (id) where fingerprint is not null;
create index operations_sending on operations (owner) where outcome = 'sending';
create index operations_unknown on operations (next_look_at) where outcome = 'unknown';

-- The instances that send changes. An instance without a recent heartbeat is dead.
create table operations_owners (
    id      uuid        not null primary key,
    beat_at timestamptz not null
);
