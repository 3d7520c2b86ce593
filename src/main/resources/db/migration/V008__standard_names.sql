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

-- Audit log

-- Clients and usage

