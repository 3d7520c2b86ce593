-- Renames tables, columns and indexes to the standard terms. No data changes.

-- Cache
alter sequence mirror_generation rename to cache_generation;
alter table mirror_generations rename to cache_generations;
alter index mirror_generations_raised_at rename to cache_generations_raised_at;
alter table mirror_loads rename to cache_loads;
alter index mirror_loads_expires_at rename to cache_loads_expires_at;
alter table mirror_documents rename to cached_documents;
alter index mirror_documents_kind rename to cached_documents_kind;
alter table person_mirrors rename to cached_people;
alter index person_mirrors_phone rename to cached_people_phone;
alter index person_mirrors_email rename to cached_people_email;
alter index person_mirrors_tags rename to cached_people_tags;
alter index person_mirrors_channel_ids rename to cached_people_channel_ids;
alter index person_mirrors_order_ids rename to cached_people_order_ids;
alter table order_mirrors rename to cached_orders;
alter index order_mirrors_person_id rename to cached_orders_person_id;
alter table tag_mirrors rename to cached_tags;

-- Operations

-- Audit log

-- Clients and usage

