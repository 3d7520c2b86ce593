-- Generates rows for bench/audit-log, like those that the gateway writes.

-- One of a million people; some of them appear much more often than others.
create function bench_person(luck double precision) returns text language sql immutable as $$
    select '64a0c3f0' || lpad(to_hex((1000000 * luck * luck * luck)::int), 16, '0')
$$;

create function bench_people(amount int, event uuid) returns text[] language plpgsql volatile as $$
begin
    return (select coalesce(array_agg('p:' || bench_person(random())), '{}') from generate_series(1, amount));
end $$;

-- An id for the given instant.
create function bench_id(at timestamptz) returns uuid language sql volatile as $$
    select uuidv7(at - clock_timestamp())
$$;

-- The people of list responses: 20, one in forty times 100.
create table bench_lists as
    select list, array_agg('p:' || bench_person(random())) as tags
    from generate_series(0, 19999) list, generate_series(1, case when list % 40 = 0 then 100 else 20 end) group by list;
alter table bench_lists add primary key (list);
analyze bench_lists;

-- Of a hundred entries 50 are reads of one person, 15 of lists of people, 25 of data without a person, and 10 are changes, which begin and end.
-- One person is in 1 of 100 entries, another in 1 of 1,000. One in ten callers sends its own request id, which is random; the others are the gateway's.
create function bench_rows(amount int, first timestamptz, step interval)
    returns table (id uuid, entry_id uuid, kind text, cluster bigint, hmac bytea, request_id text, client_id text, key_id text, source text,
        action text, target_kind text, tags text[], outcome text, status int, problem text, duration_ms bigint, served_from text,
        age_seconds bigint, leeloo_calls int, operation_id uuid, requests int, changes jsonb, details jsonb)
    language sql as $$
    with entry as materialized (
        select i, first + i * step as at, bench_id(first + i * step) as entry_id, (case when random() < 0.9 then bench_id(first + i * step) else gen_random_uuid() end)::text as name, random() as sort, random() as luck,
            random() as who, random() as person_luck
        from generate_series(0, amount - 1) i
    ), event as materialized (
        select *, sort >= 0.9 as is_change, kind <> 'begun' as is_ended,
            case when sort < 0.01 then '64a0c3f00001000000000002' when sort < 0.011 then '64a0c3f00001000000000003' else bench_person(person_luck) end as person,
            case when luck < 0.97 then 'success' when luck < 0.985 then 'rejected' when luck < 0.9999 then 'denied' else 'failed' end as result
        from entry, lateral unnest(case when sort < 0.9 then array['ended'] else array['begun', 'ended'] end) kind
    )
    select bench_id(at + interval '1 ms' * case when is_ended then 20 + luck * 180 else 3 end), entry_id, event.kind, 1::bigint, '\x00112233445566778899aabbccddeeff'::bytea,
        name, 'cl_bench' || (1040 - (40 * who * who)::int), 'kBench' || (100080 - (80 * who * who)::int), '10.1.2.3',
        case when sort < 0.5 then 'people.find' when sort < 0.65 then 'people.list' when sort < 0.8 then 'me.find' when sort < 0.9 then 'tunnels.list'
            when sort < 0.999 then 'people.addTag' else 'people.update' end,
        case when sort < 0.5 or is_change then 'person' when sort < 0.65 then 'people' end,
        case when sort < 0.5 then array['t:' || person, 'p:' || person] when sort < 0.65 then lists.tags
            when is_change then array['t:' || person, 't:64a0c3f00003000000000' || (100 + (50 * luck)::int)] else '{}' end,
        case when is_ended then result end,
        case when is_ended then case result when 'success' then 200 when 'rejected' then 404 when 'denied' then 429 else 503 end end,
        case when is_ended then case result when 'rejected' then 'not-found' when 'denied' then 'rate-limited' when 'failed' then 'leeloo-unavailable' end end,
        case when is_ended then (luck * 200)::bigint end, case when is_ended then case when is_change then 'leeloo' else 'cache' end end,
        case when not is_change then (luck * 600)::bigint end, case when is_ended then case when is_change then 1 else 0 end end,
        case when is_change then entry_id end, 1,
        case when is_change and not is_ended then '[{"field": "tagId"}]'::jsonb end,
        case when is_ended then '{"limit": "\"client\";r=5999;t=60", "reads": [{"ageSeconds": 17, "cacheStatus": "leeloo-gateway; hit"}]}'::jsonb end
    from event left join bench_lists lists on list = case when sort >= 0.5 and sort < 0.65 then i % 20000 end
$$;
