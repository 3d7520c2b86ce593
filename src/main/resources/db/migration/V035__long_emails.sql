-- An e-mail address may have 1,000 characters, three bytes each, and a B-tree takes 2,704 bytes: the rows of such people were rejected.
drop index cached_people_email;
create index cached_people_email on cached_people using hash (email) where email is not null;
