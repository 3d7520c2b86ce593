-- The idempotency keys of changes that wait for their turn at Leeloo. Unlogged: they need no wait for the disk, and none of them is of use after
-- a crash of PostgreSQL, which ends the wait of all.
create unlogged table change_claims (
    id              uuid        not null primary key,
    client_id       text        not null,
    idempotency_key text        not null,
    expires_at      timestamptz not null -- for the claims of an instance that was killed
);

create index change_claims_key on change_claims (client_id, idempotency_key);
create index change_claims_expires_at on change_claims (expires_at);
