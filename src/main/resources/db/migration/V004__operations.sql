-- The ledger: one row for each change, committed before it is sent.
create table operations (
    id              uuid        not null primary key, -- UUIDv7: in the order of time
    client_id       text        not null,
    operation       text        not null,             -- people.addTag
    target_kind     text        not null,
    target_id       text,
    also_id         text,                             -- of another thing it is about, as a tag
    made_id         text,                             -- of what it made
    idempotency_key text,
    holds_key       boolean     not null,             -- whether the key stands for this row, not for another try
    fingerprint     text,                             -- keyed hash of the request, to tell the same from another
    change          text        not null,             -- which change of Leeloo's
    touched         text[]      not null,             -- what ends copies
    request         text,                             -- JSON; only as long as the outcome is open
    outcome         text        not null,
    status          integer,                          -- of the answer
    answer          text,                             -- JSON; what a repeat is answered with
    request_id      text        not null,
    owner           uuid        not null,             -- the instance that sends it
    retry_of        uuid,
    evidence        text,
    history         jsonb       not null default '[]',
    looks           integer     not null default 0,   -- how often Leeloo was asked for a proof
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

-- The instances that send changes; one whose heart does not beat any more is dead.
create table operations_owners (
    id      uuid        not null primary key,
    beat_at timestamptz not null
);
