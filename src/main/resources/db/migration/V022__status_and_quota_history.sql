-- What each replica reports about itself, for GET /status; nothing that a crash of PostgreSQL must not lose.
create unlogged table replica_reports (
    replica_id  uuid        not null primary key,
    reported_at timestamptz not null,
    report      text        not null -- JSON
);

-- The calls to Leeloo of the last hours, by minute, class and client, over all replicas.
create table quota_history (
    minute     timestamptz not null,
    call_class text        not null,
    client_id  text        not null,
    used       bigint      not null,
    waited     bigint      not null,
    refused    bigint      not null,
    primary key (minute, call_class, client_id)
);
