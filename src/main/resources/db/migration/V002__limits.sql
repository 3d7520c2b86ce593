alter table clients
    add column requests_per_minute integer not null default 120 check (requests_per_minute between 1 and 100000),
    add column networks            text[]  not null default '{}',
    add column state               text    not null default 'active' check (state in ('active', 'frozen'));

-- The defaults fill existing rows only; inserts name all columns.
alter table clients
    alter column requests_per_minute drop default,
    alter column networks drop default,
    alter column state drop default;

alter table client_keys
    add column last_used_at timestamptz,
    add column revoked_at   timestamptz;

-- One row for each caller; the callers demo and bootstrap and those with a JWT have no row in clients. Unlogged: a crash of PostgreSQL resets all windows.
create unlogged table client_windows (
    client_id  text        not null primary key,
    started_at timestamptz not null,
    taken      integer     not null
);

create index client_windows_started_at on client_windows (started_at);

create table client_usage (
    client_id text        not null,
    minute    timestamptz not null,
    operation text        not null,
    requests  bigint      not null,
    primary key (client_id, minute, operation)
);

create index client_usage_minute on client_usage (minute);
