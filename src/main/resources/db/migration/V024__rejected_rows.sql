-- Rows of a list that cannot be stored are left out and counted.
alter table sync_runs add column rows_rejected bigint not null default 0;

comment on column sync_runs.rows_rejected is 'among the other rows, those whose content the database rejected';
