-- Our own copies of what Leeloo answered.

-- How often what a copy depends on was changed through the gateway; a copy made before the last time is none.
-- One sequence for all, so that no generation comes back after its row was swept away; where there is no row, it is 0.
create sequence mirror_generation;

create table mirror_generations (
    scope      text        not null primary key,
    generation bigint      not null,
    raised_at  timestamptz not null default clock_timestamp()
);

create index mirror_generations_raised_at on mirror_generations (raised_at);

-- Who asks Leeloo for what at this moment, so that others wait instead of asking too.
create table mirror_loads (
    id         text        not null primary key,
    holder     uuid        not null,
    generation bigint      not null,
    begun_at   timestamptz not null,
    expires_at timestamptz not null,
    failure    text                   -- JSON; what the load ended with, for those who wait elsewhere
);

create index mirror_loads_expires_at on mirror_loads (expires_at);

-- Copies of kinds that nobody looks into.
create table mirror_documents (
    id         text        not null primary key,
    kind       text        not null,
    document   bytea,                 -- Leeloo's answer to the byte; null where Leeloo knows no such thing
    hash       bytea,
    fetched_at timestamptz not null,
    generation bigint      not null
);

create index mirror_documents_kind on mirror_documents (kind, fetched_at);

-- People and orders, with what they are looked up by beside Leeloo's whole answer.
create table person_mirrors (
    id          text        not null primary key,
    document    bytea,
    hash        bytea,
    fetched_at  timestamptz,                   -- null where only lists told of the person
    generation  bigint      not null default 0,
    row         text,                          -- JSON; what a list told last
    row_at      timestamptz,
    row_generation bigint,                     -- of all lists, when that list began
    told_at     timestamptz not null default clock_timestamp(), -- when the row was made, where neither the person nor a list told of it
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
    fetched_at timestamptz,                    -- null where only others told of the order
    generation bigint      not null default 0,
    person_id  text,
    told_at    timestamptz not null default clock_timestamp(), -- when others told last, to the hour
    title      text,
    price      numeric,
    currency   text,
    status     text,
    created_at timestamptz,
    updated_at timestamptz
);

create index order_mirrors_person_id on order_mirrors (person_id, created_at) where person_id is not null;

-- The tags, all in one answer.
create table tag_mirrors (
    id         text        not null primary key,
    document   bytea,
    hash       bytea,
    fetched_at timestamptz not null,
    generation bigint      not null,
    tag_ids    text[]      not null default '{}',
    names      text[]      not null default '{}' -- in the order of the ids
);
