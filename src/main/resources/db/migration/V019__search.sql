-- Search over cached people and orders. Both extensions are trusted: the owner of the database may create them. A role that may not gets a
-- search without an index, accents and typing errors, rather than no gateway.
do $$
begin
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;
exception when insufficient_privilege or undefined_file or feature_not_supported then
    raise warning 'search is slow and finds no similar words: the role may not create the extensions pg_trgm and unaccent (docs/runbook.md)';
end $$;

-- Folds a text for comparisons: without case, accents, apostrophes and punctuation, Cyrillic as in the Ukrainian national romanization.
-- Trigrams of letters outside of ASCII depend on the locale of the database, and there are none in locale C; trigrams of this text do not.
-- The body is bound to the functions of the extensions when it is created, so that a restored dump does not depend on the search path.
-- In a database with another encoding than UTF8 only ASCII letters can be folded; the start says so.
do $$
begin
    if getdatabaseencoding() = 'UTF8' and exists (select from pg_extension where extname = 'unaccent') then
        create function search_unaccent(value text) returns text language sql immutable parallel safe
        return unaccent('unaccent'::regdictionary, value);
    else
        create function search_unaccent(value text) returns text language sql immutable parallel safe
        return value;
    end if;
    if getdatabaseencoding() = 'UTF8' then
        create function search_fold(value text) returns text language sql immutable parallel safe
        return search_unaccent(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(
                translate(translate(translate(casefold(normalize(value, nfkc) collate "pg_unicode_fast"),
                    '.,;:!?@#$%&*+=_/\|()[]{}<>"~^-–—«»„“”…№', repeat(' ', 50)),
                    'ьъ''`´’‘ʼʹ′', ''),
                    'абвгґдезиіїйклмнопрстуфыэё', 'abvhgdezyiiiklmnoprstufyee'),
                'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ц', 'ts'), 'х', 'kh'), 'ж', 'zh'), 'є', 'ie'), 'ю', 'iu'), 'я', 'ia'));
    else
        create function search_fold(value text) returns text language sql immutable parallel safe
        return translate(lower(value), '.,;:!?@#$%&*+=_/\|()[]{}<>"~^-''`', repeat(' ', 31));
    end if;
end $$;

-- A person or an order is searchable if the gateway has its data and Leeloo did not say later that it does not exist.
alter table cached_people
    add column last_message_at timestamptz,
    add column platforms text[] not null default '{}',
    add column list_row_person_generation bigint,
    add column search_text text generated always as (
        ' ' || search_fold(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')) || ' ') stored,
    add column is_searchable boolean generated always as (
        document is not null or list_row is not null and coalesce(list_row_fetched_at > fetched_at, true)) stored;

comment on column cached_people.last_message_at is 'from lists; people alone do not say it';
comment on column cached_people.platforms is 'of the channels';
comment on column cached_people.list_row_person_generation is 'the generation of the person when the list row was stored';
comment on column cached_people.phone is 'the digits of the number, in international form if the region is known';
comment on column cached_people.updated_at is 'not used any more; instances of the previous release fill it';

create index cached_people_platforms on cached_people using gin (platforms) where is_searchable;
create index cached_people_newest on cached_people ((coalesce(created_at, '1970-01-01 00:00:00+00'::timestamptz)), id) where is_searchable;
create index cached_people_last_message on cached_people ((coalesce(last_message_at, '1970-01-01 00:00:00+00'::timestamptz)), id) where is_searchable;

comment on column cached_tags.tag_ids is 'not used any more; instances of the previous release fill it';
comment on column cached_tags.names is 'not used any more; instances of the previous release fill it';

alter table cached_orders
    add column list_row_order_generation bigint,
    add column search_text text generated always as (' ' || search_fold(coalesce(title, '')) || ' ') stored,
    add column is_searchable boolean generated always as (
        document is not null or list_row is not null and coalesce(list_row_fetched_at > fetched_at, true)) stored;

comment on column cached_orders.list_row_order_generation is 'the generation of the order when the list row was stored';

create index cached_orders_newest on cached_orders ((coalesce(created_at, '1970-01-01 00:00:00+00'::timestamptz)), id) where is_searchable;
create index cached_orders_price on cached_orders ((coalesce(price, 0)), id) where is_searchable;
create index cached_orders_status on cached_orders (status, (coalesce(created_at, '1970-01-01 00:00:00+00'::timestamptz)), id) where is_searchable;

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index cached_people_search_text on cached_people using gin (search_text gin_trgm_ops) where is_searchable;
        create index cached_orders_search_text on cached_orders using gin (search_text gin_trgm_ops) where is_searchable;
    end if;
end $$;
