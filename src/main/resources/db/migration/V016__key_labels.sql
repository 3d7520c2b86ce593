alter table client_keys add column label text;
