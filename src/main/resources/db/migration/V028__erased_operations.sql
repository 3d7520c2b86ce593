-- An operation that was erased stores no response that comes later.
alter table operations add column erased boolean not null default false;
