-- What the gateway saw change at Leeloo, for callers that follow.
create table changes (
    xid         xid8        not null default pg_current_xact_id(),
    id          bigint      not null generated always as identity,
    at          timestamptz not null default clock_timestamp(),
    kind        text        not null check (kind in ('person', 'order')),
    resource_id text        not null,
    change      text        not null check (change in ('created', 'updated', 'gone')),
    fields      text[]      not null default '{}',
    primary key (xid, id)
);

comment on column changes.xid is 'of the transaction that wrote it; a reader waits for older transactions, so that it skips nothing that commits late';
comment on column changes.change is 'created: the gateway had no data of the resource before';

create index changes_at on changes (at);
create index changes_resource_id on changes (resource_id);

-- The names of the fields that differ between two responses of Leeloo. Each row of the array is a name and its path in the response. Empty also
-- for a response that PostgreSQL cannot read as JSON.
create function changed_fields(before bytea, after bytea, fields text[]) returns text[] language plpgsql immutable as $$
declare
    before_json jsonb;
    after_json  jsonb;
    changed     text[] := '{}';
begin
    before_json := convert_from(before, 'UTF8')::jsonb -> 'data';
    after_json := convert_from(after, 'UTF8')::jsonb -> 'data';
    for i in 1 .. array_length(fields, 1) loop
        if nullif(nullif(before_json #> fields[i][2]::text[], '"NOT_DEFINED"'), 'null')
                is distinct from nullif(nullif(after_json #> fields[i][2]::text[], '"NOT_DEFINED"'), 'null') then
            changed := changed || fields[i][1];
        end if;
    end loop;
    return changed;
exception when data_exception then
    return '{}';
end $$;

create function record_person_change() returns trigger language plpgsql as $$
declare
    changed text[];
begin
    if tg_op = 'INSERT' or not old.is_searchable then
        if new.is_searchable then
            insert into changes (kind, resource_id, change) values ('person', new.id, 'created');
        end if;
        return null;
    end if;
    if not new.is_searchable then
        if new.fetched_at is not null then
            insert into changes (kind, resource_id, change) values ('person', new.id, 'gone');
        end if;
        return null;
    end if;
    changed := array_remove(array[
        case when new.name is distinct from old.name then 'name' end,
        case when new.email is distinct from old.email then 'email' end,
        case when new.phone is distinct from old.phone then 'phone' end,
        case when not (new.tags @> old.tags and new.tags <@ old.tags) then 'tags' end,
        case when not (new.channel_ids @> old.channel_ids and new.channel_ids <@ old.channel_ids) then 'channels' end], null);
    if old.document <> new.document then
        changed := changed || changed_fields(old.document, new.document, array[
            ['gender', '{gender}'], ['locale', '{locale}'], ['profileImage', '{profileImage}'], ['customFields', '{custom_fields}'],
            ['subscriptions', '{subscribeHistory}'], ['orderIds', '{links,orders}'], ['operatorIds', '{links,contactedUsers}']]);
    end if;
    if cardinality(changed) > 0 then
        insert into changes (kind, resource_id, change, fields) values ('person', new.id, 'updated', changed);
    end if;
    return null;
end $$;

create trigger cached_people_changes after insert or update on cached_people for each row execute function record_person_change();

create function record_order_change() returns trigger language plpgsql as $$
declare
    changed text[];
begin
    if tg_op = 'INSERT' or not old.is_searchable then
        if new.is_searchable then
            insert into changes (kind, resource_id, change) values ('order', new.id, 'created');
        end if;
        return null;
    end if;
    if not new.is_searchable then
        if new.fetched_at is not null then
            insert into changes (kind, resource_id, change) values ('order', new.id, 'gone');
        end if;
        return null;
    end if;
    changed := array_remove(array[
        case when new.title is distinct from old.title then 'title' end,
        case when new.price is distinct from old.price then 'price' end,
        case when new.currency is distinct from old.currency then 'currency' end,
        case when new.status is distinct from old.status then 'status' end], null);
    if old.document <> new.document then
        changed := changed || changed_fields(old.document, new.document, array[
            ['description', '{description}'], ['paymentMethod', '{paymentMethod}']]);
    end if;
    if cardinality(changed) > 0 then
        insert into changes (kind, resource_id, change, fields) values ('order', new.id, 'updated', changed);
    end if;
    return null;
end $$;

create trigger cached_orders_changes after insert or update on cached_orders for each row execute function record_order_change();
