create table clients (
    id         text        not null primary key,
    name       text        not null,
    owner      text        not null,
    purpose    text        not null,
    scopes     text[]      not null,
    created_at timestamptz not null
);

create unique index clients_name on clients (lower(name));
create index clients_created_at on clients (created_at, id);

create table client_keys (
    id         text        not null primary key,
    client_id  text        not null references clients (id),
    hash       bytea       not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index client_keys_client_id on client_keys (client_id, created_at, id);
