-- An erasure finds the pseudonyms of a person's channels and orders here. A scan of the audit log, or of all entries of a person that is read often, would take too long.
-- The trigger needs a lock on the whole audit log: better no upgrade than no changes meanwhile.
set local lock_timeout = '2s';

create table audit_pseudonym_links (
    target_id text not null, -- id of the target of a change, or of what it created
    pseudonym text not null, -- of a phone or an e-mail in that change
    primary key (target_id, pseudonym)
);

create index audit_pseudonym_links_pseudonym on audit_pseudonym_links (pseudonym);

-- The number of the company in a recorded call belongs to no person.
create view audit_pseudonyms_of_changes as
    select operation_id, change ->> 'pseudonym' as pseudonym
    from audit_events, jsonb_array_elements(changes) as change
    where kind = 'begun' and change ->> 'pseudonym' is not null
        and change ->> 'field' <> case
            when changes @> '[{"field": "type", "value": "INBOUND"}]' then 'to'
            when changes @> '[{"field": "type", "value": "OUTBOUND"}]' then 'from'
            else '' end;

-- Links the pseudonyms of a change that are not erased with these tags. In one order, so that two changes cannot wait for each other.
create function audit_link_pseudonyms(change uuid, tags text[]) returns void language sql as $$
    insert into audit_pseudonym_links (target_id, pseudonym)
        select distinct substr(tag, 3), pseudonym from audit_pseudonyms_of_changes join audit_pseudonyms using (pseudonym), unnest(tags) as tag
        where operation_id = change and tag like 't:%'
        order by 1, 2
        on conflict do nothing
$$;

create function audit_link_pseudonyms_of_event() returns trigger language plpgsql security definer as $$
begin
    perform audit_link_pseudonyms(new.operation_id, new.tags);
    return null;
end $$;

-- Runs as the owner, because instances of the release before write to the audit log before the grants of this table.
do $$
begin
    execute format('alter function audit_link_pseudonyms_of_event() set search_path = %I, pg_temp', current_schema());
end $$;

create trigger link_pseudonyms after insert on audit_events for each row
    when (new.operation_id is not null and new.tags <> '{}') execute function audit_link_pseudonyms_of_event();
