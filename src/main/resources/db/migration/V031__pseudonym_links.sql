-- An erasure finds the pseudonyms of a person's channels and orders here. A scan of the audit log, or of all entries of a person that is read often, would take too long.
create table audit_pseudonym_links (
    target_id text not null, -- id of the target of a change, or of what it created
    pseudonym text not null, -- of a phone or an e-mail in that change
    primary key (target_id, pseudonym)
);

-- The number of the company in a recorded call belongs to no person.
create view audit_pseudonyms_of_changes as
    select operation_id, change ->> 'pseudonym' as pseudonym
    from audit_events, jsonb_array_elements(changes) as change
    where kind = 'begun' and change ->> 'pseudonym' is not null
        and change ->> 'field' <> case
            when changes @> '[{"field": "type", "value": "INBOUND"}]' then 'to'
            when changes @> '[{"field": "type", "value": "OUTBOUND"}]' then 'from'
            else '' end;

-- Runs as the owner, because instances of the release before write to the audit log before the grants of this table.
create function audit_link_pseudonyms() returns trigger language plpgsql security definer as $$
begin
    insert into audit_pseudonym_links (target_id, pseudonym)
        select distinct substr(tag, 3), pseudonym from audit_pseudonyms_of_changes, unnest(new.tags) as tag
        where operation_id = new.operation_id and tag like 't:%'
        on conflict do nothing;
    return null;
end $$;

do $$
begin
    execute format('alter function audit_link_pseudonyms() set search_path = %I, pg_temp', current_schema());
end $$;

create trigger link_pseudonyms after insert on audit_events for each row
    when (new.operation_id is not null and new.tags <> '{}') execute function audit_link_pseudonyms();
