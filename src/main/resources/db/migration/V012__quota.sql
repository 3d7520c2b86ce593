-- The budget of calls to Leeloo that all replicas share: one row with JSON, replaced by compare-and-set. Logged, because a crash of
-- PostgreSQL must not free budget. Room for updates in the page.
create table quota_ledger (
    id      integer not null primary key default 1 check (id = 1),
    version bigint  not null,
    state   text    not null
) with (fillfactor = 30);

insert into quota_ledger (version, state) values (0, '');

-- What each replica last reported about its clients, for GET /quota.
create table quota_reports (
    replica_id  text        not null primary key,
    reported_at timestamptz not null,
    report      text        not null
);

-- The client's part of the budget, in proportion to the weights of the other clients. The default also serves instances of the previous version.
alter table clients add column weight integer not null default 1 check (weight between 1 and 100);
