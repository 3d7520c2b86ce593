-- Reads the whole audit log, and commits after each change, so that no new change waits: the trigger already links their pseudonyms.
set synchronous_commit = off;

do $$
declare
    earlier uuid[] := (select array_agg(distinct operation_id) from audit_pseudonyms_of_changes);
    change  uuid;
begin
    foreach change in array coalesce(earlier, '{}') loop
        perform audit_link_pseudonyms(change, tags) from audit_events where operation_id = change;
        commit;
    end loop;
end $$;

reset synchronous_commit;
