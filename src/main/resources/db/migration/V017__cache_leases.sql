-- A replica with a living lease answers from its memory without a question to the database (ADR 21).
create table cache_leases (
    replica_id uuid primary key,
    snapshot   pg_snapshot not null,
    expires_at timestamptz not null
);

comment on table cache_leases is 'replicas that may answer from their memory';
comment on column cache_leases.snapshot is 'the replica has forgotten the entries that the transactions in this snapshot invalidated';
comment on column cache_leases.expires_at is 'later than the end of the lease on the clock of the replica';

alter table cache_generations add column changed_by xid8 not null default pg_current_xact_id();
create index on cache_generations (changed_by);

comment on column cache_generations.changed_by is 'the transaction that raised the generation';

-- In a trigger, so that the changes of an older release count, too.
create function announce_cache_generation() returns trigger language plpgsql as $$
begin
    new.changed_by := pg_current_xact_id();
    perform pg_notify('gateway_cache', '');
    return new;
end $$;

create trigger announce before insert or update on cache_generations
    for each row execute function announce_cache_generation();

-- Renews a lease unless an invalidation has been committed that the replica has not applied yet. The lock of the row and the new snapshot of
-- each statement order this function and count_unconfirmed_leases: one of them sees what the other did. Runs as one statement of the
-- client, so that a replica that is stopped holds no lock.
create function renew_cache_lease(replica uuid, applied pg_snapshot, duration interval) returns boolean language plpgsql as $$
begin
    perform from cache_leases where replica_id = replica for update;
    if not found then
        insert into cache_leases (replica_id, snapshot, expires_at) values (replica, applied, '-infinity') on conflict do nothing;
        return false;
    end if;
    if exists (
        select from cache_generations
        where changed_by >= pg_snapshot_xmin(applied) and changed_by < pg_snapshot_xmax(pg_current_snapshot())
            and not pg_visible_in_snapshot(changed_by, applied)
    ) then
        return false;
    end if;
    update cache_leases set snapshot = applied, expires_at = clock_timestamp() + duration where replica_id = replica;
    return true;
end $$;

-- The number of living leases of replicas that may still have entries in memory that the committed transaction invalidated.
create function count_unconfirmed_leases(change xid8) returns integer language plpgsql as $$
begin
    perform from cache_leases order by replica_id for share;
    return (
        select count(*) from cache_leases
        where expires_at > clock_timestamp() and not pg_visible_in_snapshot(change, snapshot));
end $$;
