-- The cost of recording changes: stores 10,000 rows of people as a synchronization does, without and with the triggers of the changes feed,
-- in turn. Prints microseconds for a row, the median of five rounds. By hand, in an empty database with the migrations of the gateway:
--
--   psql -f bench/changes-triggers.sql
\set ON_ERROR_STOP
create temporary table bench_times (triggers text, rows text, micros numeric);

create procedure pg_temp.store(triggers text, rows text, name text) language plpgsql as $$
declare begun timestamptz := clock_timestamp();
begin
    for n in 1..10000 loop
        insert into cached_people as old (id, list_row, list_row_fetched_at, list_row_generation, name, phone, email, tags, created_at)
        values (lpad(to_hex(n), 24, '0'), '{"id":"' || n || '","name":"' || name || '","email":"person.' || n || '@example.org","tags":["vip","new"],"channels":[]}',
            begun, 0, name || ' ' || n, '38050' || lpad(n::text, 7, '0'), 'person.' || n || '@example.org', '{vip,new}', '2026-01-13')
        on conflict (id) do update set list_row = excluded.list_row, list_row_fetched_at = excluded.list_row_fetched_at, name = excluded.name;
    end loop;
    insert into bench_times values (triggers, rows, extract(epoch from clock_timestamp() - begun) * 100);
end $$;

create procedure pg_temp.round(triggers text) language plpgsql as $$
begin
    execute 'alter table cached_people ' || case triggers when 'with' then 'enable' else 'disable' end || ' trigger cached_people_changes';
    truncate cached_people, changes;
    call pg_temp.store(triggers, 'new', 'Anna');
    call pg_temp.store(triggers, 'unchanged', 'Anna');
    call pg_temp.store(triggers, 'changed', 'Eva');
end $$;

select format('call pg_temp.round(%L)', triggers) from generate_series(1, 5), (values ('without'), ('with')) as sides (triggers) \gexec
select rows, round(percentile_cont(0.5) within group (order by micros) filter (where triggers = 'without')::numeric, 1) as without,
    round(percentile_cont(0.5) within group (order by micros) filter (where triggers = 'with')::numeric, 1) as with
from bench_times group by rows order by rows;
alter table cached_people enable trigger cached_people_changes;
truncate cached_people, changes;
