-- An operation that was erased stores no response that comes later. A backup may hold the table: better no upgrade than no changes meanwhile.
set local lock_timeout = '2s';
alter table operations add column erased boolean not null default false;
