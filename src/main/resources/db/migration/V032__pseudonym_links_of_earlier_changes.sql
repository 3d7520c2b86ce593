-- A migration of its own: it reads the whole audit log and blocks nothing, while the trigger already links the pseudonyms of new changes.
insert into audit_pseudonym_links (target_id, pseudonym)
    select distinct substr(tag, 3), pseudonym from audit_pseudonyms_of_changes
    join audit_events using (operation_id), unnest(tags) as tag
    where tag like 't:%'
    on conflict do nothing;
