-- Runs that walk a list of Leeloo into the cache. A run that is not finished goes on after its checkpoint.
create table sync_runs (
    id             uuid        not null primary key,
    kind           text        not null check (kind in ('people', 'orders', 'tags', 'users', 'connections', 'templates', 'tunnels')),
    mode           text        not null check (mode in ('full', 'recent')),
    state          text        not null check (state in ('queued', 'running', 'completed', 'failed', 'cancelled')),
    checkpoint     text        not null, -- JSON; where the next page begins
    version        integer     not null default 0,
    pages          integer     not null default 0,
    calls          integer     not null default 0,
    rows_new       bigint      not null default 0,
    rows_changed   bigint      not null default 0,
    rows_unchanged bigint      not null default 0,
    rows_gone      bigint      not null default 0,
    total          bigint,
    error          text,
    started_at     timestamptz not null,
    finished_at    timestamptz
);

comment on column sync_runs.version is 'counts the checkpoints, so that only one replica continues the run';
comment on column sync_runs.total is 'the number of rows that Leeloo announced last';

create unique index sync_runs_unfinished on sync_runs (kind) where state in ('queued', 'running');
create index sync_runs_finished on sync_runs (kind, mode, state, finished_at);
create index sync_runs_started_at on sync_runs (started_at, id);

-- The rows that runs have met, to tell new, changed and missing rows.
create table sync_entries (
    kind   text not null,
    id     text not null,
    digest text not null,
    run_id uuid not null,
    primary key (kind, id)
) with (fillfactor = 80);

comment on column sync_entries.digest is 'of the content of the row when a run last met it';
comment on column sync_entries.run_id is 'the last run that met the row';

-- When all replicas together may make the next call of a run while other calls wait.
create table sync_pace (
    id           boolean     not null primary key default true check (id),
    next_call_at timestamptz not null default '-infinity'
);

insert into sync_pace default values;

-- Rows of lists refresh orders as they refresh people.
alter table cached_orders
    add column list_row            text,
    add column list_row_fetched_at timestamptz,
    add column list_row_generation bigint;
