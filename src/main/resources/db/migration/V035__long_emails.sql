-- An e-mail address may have 1,000 characters, three bytes each, and a B-tree takes 2,704 bytes: the rows of such people were rejected. A backup may
-- hold the table: better no upgrade than no cache meanwhile.
set local lock_timeout = '2s';
create index cached_people_email_hash on cached_people using hash (email) where email is not null;
drop index cached_people_email;
alter index cached_people_email_hash rename to cached_people_email;
