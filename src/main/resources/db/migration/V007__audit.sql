-- The append-only audit log. The entry of a request consists of one or more events.
create table audit_events (
    id            uuid    not null,                              -- UUIDv7 with the time of the event
    entry_id      uuid    not null,                              -- UUIDv7 with the time of the request
    kind          text    not null,
    cluster       bigint  not null,                              -- system_identifier of the PostgreSQL cluster that counts the transactions of xid
    xid           xid8    not null default pg_current_xact_id(), -- the sealer reads in this order
    request_id    text    not null,
    client_id     text,
    key_id        text,
    source        text,                                          -- address of the caller; null without a request
    operation     text,                                          -- name of the route, like people.addTag; null if no route matched
    target_kind   text,
    about         text[]  not null default '{}',                 -- t:id of a target, p:id of a person in the response, n:pseudonym
    outcome       text,                                          -- null while the change is in progress
    status        integer,
    problem       text,
    duration_ms   bigint,
    answered_from text,
    age_seconds   bigint,
    leeloo_calls  integer,
    operation_id  uuid,                                          -- id in the table operations
    requests      integer not null default 1,                    -- number of requests that the event counts; more than one for many unauthenticated requests
    changes       jsonb,                                         -- the changed fields, without personal data
    details       jsonb,                                         -- shown in the trace of the request
    mac           bytea   not null,                              -- HMAC of the event, keyed with the pepper
    primary key (id),
    check (uuid_extract_version(id) is not distinct from 7),
    check (kind in ('begun', 'ended', 'settled')),
    check (outcome in ('ok', 'refused', 'rejected', 'failed', 'unknown')),
    check (answered_from in ('copy', 'leeloo', 'gateway'))
) partition by range (id);

create index audit_events_entry_id on audit_events (entry_id, id);
create index audit_events_client_id on audit_events (client_id, entry_id);
create index audit_events_key_id on audit_events (key_id, entry_id);
create index audit_events_operation on audit_events (operation, entry_id);
create index audit_events_outcome on audit_events (outcome, entry_id) where outcome <> 'ok';
create index audit_events_request_id on audit_events (request_id);
create index audit_events_operation_id on audit_events (operation_id) where operation_id is not null;
create index audit_events_xid on audit_events (cluster, xid, id);
-- The insert that fills the pending list merges it into the index. The list is short, because a change waits for its insert at most 500 ms.
create index audit_events_about on audit_events using gin (about) with (gin_pending_list_limit = 512);

-- Seals detect changed events: each seal covers the rows of its transactions and the previous seal. Seals are never dropped.
create table audit_seals (
    number       bigint      not null primary key,
    cluster      bigint      not null,
    month        date        not null,
    xid_from     xid8        not null,
    xid_to       xid8        not null, -- exclusive
    first_number bigint      not null, -- position of its first event in the audit log
    events       bigint      not null,
    first_id     uuid        not null, -- the smallest event id
    last_id      uuid        not null, -- the greatest event id
    digest       bytea       not null, -- SHA-256 over the rows
    hmac         bytea       not null, -- HMAC over the columns above and the previous seal
    sealed_at    timestamptz not null
);

create index audit_seals_cluster on audit_seals (cluster, number);
create index audit_seals_last_id on audit_seals (last_id);
create index audit_seals_first_id on audit_seals (first_id);
-- The few seals that span more than an hour. All others are found by last_id.
create index audit_seals_long on audit_seals (last_id)
    where (uuid_extract_timestamp(last_id) - uuid_extract_timestamp(first_id) <= interval '1 hour') is not true;

-- Random pseudonyms of phones and e-mails, found by a keyed hash. Deleted when the person is erased.
create table audit_pseudonyms (
    pseudonym text  not null primary key,
    hash      bytea not null unique,
    person_id text
);

create index audit_pseudonyms_person_id on audit_pseudonyms (person_id) where person_id is not null;

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger append_only before update or delete on audit_events for each row execute function audit_refuse();
create trigger no_truncate before truncate on audit_events for each statement execute function audit_refuse();
create trigger append_only before update or delete on audit_seals for each row execute function audit_refuse();
create trigger no_truncate before truncate on audit_seals for each statement execute function audit_refuse();

create function audit_first_id(moment timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

create function audit_first_id(month date) returns uuid language sql immutable as $$
    select audit_first_id(month::timestamp at time zone 'UTC')
$$;

create function audit_month_of(event_id uuid) returns date language sql immutable as $$
    select date_trunc('month', uuid_extract_timestamp(event_id) at time zone 'UTC')::date
$$;

create function audit_this_month() returns date language sql stable as $$
    select date_trunc('month', now() at time zone 'UTC')::date
$$;

-- Creates the partition of a month. Partitions do not inherit statement triggers, so each has its own.
-- ATTACH PARTITION does not block reads and writes; CREATE TABLE ... PARTITION OF would.
create function audit_make_month(month date) returns void language plpgsql as $$
declare
    partition text := 'audit_events_' || to_char(month, 'YYYY_MM');
begin
    execute format('create table %I (like audit_events including defaults including constraints)', partition);
    execute format('create trigger no_truncate before truncate on %I for each statement execute function audit_refuse()', partition);
    execute format('alter table audit_events attach partition %I for values from (%L) to (%L)', partition,
        audit_first_id(month), audit_first_id((month + interval '1 month')::date));
end $$;

-- The number of whole months to keep. The owner sets it with each migration, so that a role that can only call the function cannot drop more.
create function audit_retention() returns integer language sql immutable as 'select 13';

create function audit_months() returns setof date language sql stable as $$
    select to_date(right(relname, 7), 'YYYY_MM') from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = 'audit_events'::regclass and not inhdetachpending and relname ~ '^audit_events_\d{4}_\d{2}$' order by 1
$$;

-- Creates missing partitions from the current month on. Returns each month, with the error if the partition could not be created.
create function audit_make_months(ahead integer) returns table (month date, problem text) language plpgsql security definer as $$
begin
    for month in
        select wanted::date from generate_series(audit_this_month(), audit_this_month() + make_interval(months => least(ahead, 24)), '1 month') as wanted
        except select audit_months() order by 1
    loop
        begin
            problem := null;
            perform audit_make_month(month);
        exception when others then
            problem := sqlerrm;
        end;
        return next;
    end loop;
end $$;

-- Drops partitions that are older than the retention of the owner and of the caller. Returns each month, with the error if it could not be dropped.
create function audit_drop_months(kept integer) returns table (month date, problem text) language plpgsql security definer as $$
begin
    for month in
        select known from audit_months() as known
        where known < (audit_this_month() - make_interval(months => greatest(audit_retention(), kept)))::date
    loop
        begin
            problem := null;
            execute format('drop table %I', 'audit_events_' || to_char(month, 'YYYY_MM'));
        exception when others then
            problem := sqlerrm;
        end;
        return next;
    end loop;
end $$;

-- Fixes the search path, and limits the wait for locks so that other statements do not queue up behind it.
do $$
declare
    called text;
begin
    foreach called in array array['audit_make_months', 'audit_drop_months'] loop
        execute format('alter function %I(integer) set search_path = %I, pg_temp', called, current_schema());
        execute format('alter function %I(integer) set lock_timeout = ''200ms''', called);
    end loop;
end $$;

revoke execute on function audit_make_month(date), audit_make_months(integer), audit_drop_months(integer) from public;

select audit_make_months(3);
