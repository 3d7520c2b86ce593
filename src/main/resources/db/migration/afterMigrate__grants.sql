-- Runs after every migration as the owner of the tables. If the gateway runs with a second role, that role may only append to the audit log.
-- The lock serializes instances, because Flyway has already released its own lock.
select pg_advisory_xact_lock(4711007);

create or replace function audit_retention() returns integer language sql immutable as 'select ${auditRetentionMonths}';

do $$
begin
    if '${runningRole}' in ('', current_user) then
        return;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), '${runningRole}');
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), '${runningRole}');
    execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), '${runningRole}');
    -- By the history, a gateway that may not migrate knows when the database is up to date.
    execute format('revoke all on flyway_schema_history from %I', '${runningRole}');
    execute format('grant select on flyway_schema_history to %I', '${runningRole}');
    execute format('revoke all on audit_events, audit_seals from %I', '${runningRole}');
    execute format('grant select, insert on audit_events, audit_seals to %I', '${runningRole}');
    execute (select format('revoke all on %s from %I', string_agg(inhrelid::regclass::text, ', '), '${runningRole}')
        from pg_inherits where inhparent = 'audit_events'::regclass);
    execute format('grant execute on function audit_make_months(integer), audit_drop_months(integer) to %I', '${runningRole}');
end $$;
