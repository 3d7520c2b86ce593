-- The idempotency keys of changes that are being executed, also of those that still wait for their turn at Leeloo.
create table change_claims (
    id              uuid        not null primary key,
    client_id       text        not null,
    idempotency_key text        not null,
    expires_at      timestamptz not null -- for the claims of an instance that was killed
);

create index change_claims_key on change_claims (client_id, idempotency_key);
create index change_claims_expires_at on change_claims (expires_at);
