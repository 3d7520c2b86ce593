-- Renames tables, columns and indexes to the standard terms and drops columns without readers.

-- Cache
alter sequence mirror_generation rename to cache_generation;
alter table mirror_generations rename to cache_generations;
alter table cache_generations rename column raised_at to invalidated_at;
alter index mirror_generations_pkey rename to cache_generations_pkey;
alter index mirror_generations_raised_at rename to cache_generations_invalidated_at;
alter table mirror_loads rename to cache_loads;
alter table cache_loads rename column id to cache_key;
alter table cache_loads rename column holder to lease_id;
alter table cache_loads rename column begun_at to started_at;
alter index mirror_loads_pkey rename to cache_loads_pkey;
alter index mirror_loads_expires_at rename to cache_loads_expires_at;
alter table mirror_documents rename to cached_documents;
alter table cached_documents drop column hash;
alter index mirror_documents_pkey rename to cached_documents_pkey;
alter index mirror_documents_kind rename to cached_documents_kind;
alter table person_mirrors rename to cached_people;
alter table cached_people rename column row to list_row;
alter table cached_people rename column row_at to list_row_fetched_at;
alter table cached_people rename column row_generation to list_row_generation;
alter table cached_people rename column told_at to last_seen_at;
alter table cached_people drop column hash;
alter index person_mirrors_pkey rename to cached_people_pkey;
alter index person_mirrors_phone rename to cached_people_phone;
alter index person_mirrors_email rename to cached_people_email;
alter index person_mirrors_tags rename to cached_people_tags;
alter index person_mirrors_channel_ids rename to cached_people_channel_ids;
alter index person_mirrors_order_ids rename to cached_people_order_ids;
alter table order_mirrors rename to cached_orders;
alter table cached_orders rename column told_at to last_seen_at;
alter table cached_orders drop column hash;
alter index order_mirrors_pkey rename to cached_orders_pkey;
alter index order_mirrors_person_id rename to cached_orders_person_id;
alter table tag_mirrors rename to cached_tags;
alter table cached_tags drop column hash;
alter index tag_mirrors_pkey rename to cached_tags_pkey;
update scheduled_tasks set task_name = 'cache-cleanup' where task_name = 'mirror-sweep';

-- Operations
alter table operations rename operation to action;
alter table operations rename also_id to related_id;
alter table operations rename made_id to created_id;
alter table operations rename holds_key to key_active;
alter table operations rename touched to invalidations;
alter table operations rename answer to response;
alter table operations rename owner to instance_id;
alter table operations rename looks to reconciliations;
alter table operations rename next_look_at to next_reconciliation_at;
alter index operations_held_key rename to operations_active_key;
alter index operations_kept rename to operations_with_fingerprint;
alter index operations_unknown rename to operations_next_reconciliation;
alter table operations_owners rename to gateway_instances;
alter table gateway_instances rename beat_at to heartbeat_at;
alter index operations_owners_pkey rename to gateway_instances_pkey;
update scheduled_tasks set task_name = 'operations-retention' where task_name = 'operations-sweep';

-- Audit log
alter table audit_events rename column operation to action;
alter table audit_events rename column about to tags;
alter table audit_events rename column answered_from to served_from;
alter table audit_events rename column mac to hmac;
alter table audit_events drop constraint audit_events_kind_check;
alter table audit_events drop constraint audit_events_outcome_check;
alter table audit_events drop constraint audit_events_answered_from_check;
alter table audit_events add check (kind in ('begun', 'ended', 'resolved', 'settled'));
alter table audit_events add check (outcome in ('success', 'denied', 'rejected', 'failed', 'unknown', 'ok', 'refused'));
alter table audit_events add check (served_from in ('cache', 'leeloo', 'gateway', 'copy'));
alter index audit_events_operation rename to audit_events_action;
alter index audit_events_about rename to audit_events_tags;
update scheduled_tasks set task_name = 'audit-partitions' where task_name = 'audit-months';
drop index audit_events_outcome;

-- Events of before 0.1 are immutable and authenticated, so they keep their words. Views, exports and filters translate them with this function only.
create function audit_current_term(term text) returns text language sql immutable parallel safe as $$
    select case term when 'ok' then 'success' when 'refused' then 'denied' when 'copy' then 'cache' when 'settled' then 'resolved' else term end
$$;

create index audit_events_outcome on audit_events (audit_current_term(outcome), entry_id) where audit_current_term(outcome) <> 'success';

-- Clients and usage
alter table client_windows rename to rate_limit_windows;
alter table rate_limit_windows rename column taken to leased;
alter index client_windows_pkey rename to rate_limit_windows_pkey;
alter index client_windows_started_at rename to rate_limit_windows_started_at;
alter table client_usage rename column operation to action;
