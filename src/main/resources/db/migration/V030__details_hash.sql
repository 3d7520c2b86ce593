-- Clean-up clears the response of a person or an order that is too old to be served, but keeps its list row. By the hash, a change of fields that
-- only the response has is noticed when the next one is stored. A backup may hold the tables: better no upgrade than no cache meanwhile.
set local lock_timeout = '2s';
alter table cached_people add column details_hash bigint;
alter table cached_orders add column details_hash bigint;

comment on column cached_people.details_hash is 'of the fields that only the latest response has; kept when the response is cleared. Null if it was cleared before V030';
comment on column cached_orders.details_hash is 'of the fields that only the latest response has; kept when the response is cleared. Null if it was cleared before V030';

-- Each row of these arrays is the name of a field and its path in the response.
create function person_detail_fields() returns text[] language sql immutable parallel safe
return array[
    ['gender', '{gender}'], ['locale', '{locale}'], ['profileImage', '{profileImage}'], ['customFields', '{custom_fields}'],
    ['subscriptions', '{subscribeHistory}'], ['orderIds', '{links,orders}'], ['operatorIds', '{links,contactedUsers}']];

create function order_detail_fields() returns text[] language sql immutable parallel safe
return array[['description', '{description}'], ['paymentMethod', '{paymentMethod}']];

comment on function person_detail_fields() is 'the fields that only the response of a person has';
comment on function order_detail_fields() is 'the fields that only the response of an order has';

create or replace function changed_fields(before bytea, after bytea, fields text[]) returns text[] language plpgsql immutable as $$
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
    return null;
end $$;

comment on function changed_fields(bytea, bytea, text[]) is
    'the names of the fields that differ between two responses of Leeloo; null if PostgreSQL cannot read one of them as JSON';

create function details_hash(document bytea, fields text[]) returns bigint language plpgsql immutable as $$
declare
    response jsonb;
    details  jsonb := '[]';
begin
    response := convert_from(document, 'UTF8')::jsonb -> 'data';
    for i in 1 .. array_length(fields, 1) loop
        details := details || jsonb_build_array(nullif(nullif(response #> fields[i][2]::text[], '"NOT_DEFINED"'), 'null'));
    end loop;
    return jsonb_hash_extended(details, 0);
exception when data_exception then
    return hashtextextended(encode(document, 'hex') collate "C", 0);
end $$;

comment on function details_hash(bytea, text[]) is
    'equal for responses of Leeloo without a difference in these fields; of all bytes of a response that PostgreSQL cannot read as JSON';

-- The argument of the trigger is the kind of the resource.
create function keep_details_hash() returns trigger language plpgsql as $$
declare
    fields text[] := case tg_argv[0] when 'person' then person_detail_fields() else order_detail_fields() end;
begin
    if new.document is null then
        if old.document is not null and old.details_hash is null then
            new.details_hash := details_hash(old.document, fields);
        end if;
    elsif tg_op = 'INSERT' or new.document is distinct from old.document or old.details_hash is null then
        new.details_hash := details_hash(new.document, fields);
    end if;
    return new;
end $$;

comment on function keep_details_hash() is 'hashes each stored response, and one from before V030 when it is cleared';

create trigger cached_people_details_hash_of_new before insert on cached_people for each row
    when (new.document is not null) execute function keep_details_hash('person');
create trigger cached_people_details_hash before update of document on cached_people for each row execute function keep_details_hash('person');
create trigger cached_orders_details_hash_of_new before insert on cached_orders for each row
    when (new.document is not null) execute function keep_details_hash('order');
create trigger cached_orders_details_hash before update of document on cached_orders for each row execute function keep_details_hash('order');

create or replace function record_person_change() returns trigger language plpgsql as $$
declare
    changed text[]; -- null if it is not known which fields
    details text[];
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
        details := changed_fields(old.document, new.document, person_detail_fields());
        changed := case when details is not null then changed || details end;
    elsif old.document is null and new.document is not null and old.details_hash <> new.details_hash then
        changed := null;
    end if;
    if changed is null or cardinality(changed) > 0 then
        insert into changes (kind, resource_id, change, fields) values ('person', new.id, 'updated', coalesce(changed, '{}'));
    end if;
    return null;
end $$;

create or replace function record_order_change() returns trigger language plpgsql as $$
declare
    changed text[]; -- null if it is not known which fields
    details text[];
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
        details := changed_fields(old.document, new.document, order_detail_fields());
        changed := case when details is not null then changed || details end;
    elsif old.document is null and new.document is not null and old.details_hash <> new.details_hash then
        changed := null;
    end if;
    if changed is null or cardinality(changed) > 0 then
        insert into changes (kind, resource_id, change, fields) values ('order', new.id, 'updated', coalesce(changed, '{}'));
    end if;
    return null;
end $$;

comment on function record_person_change() is 'records how a stored row of a person differs from the one before; without fields if the responses cannot be compared';
comment on function record_order_change() is 'records how a stored row of an order differs from the one before; without fields if the responses cannot be compared';
