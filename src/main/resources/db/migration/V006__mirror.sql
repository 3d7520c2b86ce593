-- Cached responses of Leeloo. V008 gives the tables and columns of this file their present names.

-- The current generation of each invalidation scope; a change raises it, and entries of older generations count as absent.
-- All scopes share one sequence, so that no generation repeats after its row is deleted. A scope without a row has generation 0.
create sequence mirror_generation;

create table mirror_generations (
    scope      text        not null primary key,
    generation bigint      not null,
    raised_at  timestamptz not null default clock_timestamp()
);

create index mirror_generations_raised_at on mirror_generations (raised_at);

-- Leases of the loads in progress: one instance calls Leeloo for a cache key, the other instances wait for its result.
create table mirror_loads (
    id         text        not null primary key,
    holder     uuid        not null,
    generation bigint      not null,
    begun_at   timestamptz not null,
    expires_at timestamptz not null,
    failure    text                   -- JSON; the failure of the load, for the instances that wait for it
);

create index mirror_loads_expires_at on mirror_loads (expires_at);

-- Entries of the resource types without a table of their own.
create table mirror_documents (
    id         text        not null primary key,
    kind       text        not null,
    document   bytea,                 -- Leeloo's response, byte for byte; null for a cached not-found
    hash       bytea,
    fetched_at timestamptz not null,
    generation bigint      not null
);

create index mirror_documents_kind on mirror_documents (kind, fetched_at);

-- People and orders: Leeloo's response and the columns by which they are looked up.
create table person_mirrors (
    id          text        not null primary key,
    document    bytea,
    hash        bytea,
    fetched_at  timestamptz,                   -- null if only list rows mention the person
    generation  bigint      not null default 0,
    row         text,                          -- JSON; the latest list row
    row_at      timestamptz,
    row_generation bigint,                     -- generation of the lists when the load of that list began
    told_at     timestamptz not null default clock_timestamp(), -- when another response last mentioned the person
    name        text,
    phone       text,                          -- digits only
    email       text,                          -- in lower case
    tags        text[]      not null default '{}', -- names
    channel_ids text[]      not null default '{}',
    order_ids   text[]      not null default '{}',
    created_at  timestamptz,
    updated_at  timestamptz
);

create index person_mirrors_phone on person_mirrors (phone) where phone is not null;
create index person_mirrors_email on person_mirrors (email) where email is not null;
create index person_mirrors_tags on person_mirrors using gin (tags);
create index person_mirrors_channel_ids on person_mirrors using gin (channel_ids);
create index person_mirrors_order_ids on person_mirrors using gin (order_ids);

create table order_mirrors (
    id         text        not null primary key,
    document   bytea,
    hash       bytea,
    fetched_at timestamptz,                    -- null if only other responses mention the order
    generation bigint      not null default 0,
    person_id  text,
    told_at    timestamptz not null default clock_timestamp(), -- when another response last mentioned the order, to the hour
    title      text,
    price      numeric,
    currency   text,
    status     text,
    created_at timestamptz,
    updated_at timestamptz
);

create index order_mirrors_person_id on order_mirrors (person_id, created_at) where person_id is not null;

-- All tags; Leeloo returns them in one response.
create table tag_mirrors (
    id         text        not null primary key,
    document   bytea,
    hash       bytea,
    fetched_at timestamptz not null,
    generation bigint      not null,
    tag_ids    text[]      not null default '{}',
    names      text[]      not null default '{}' -- in the order of the ids
);
