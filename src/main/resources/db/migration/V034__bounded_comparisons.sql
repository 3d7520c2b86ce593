-- A large response is compared as a whole: PostgreSQL needs a second to read one of 1 MB with many small fields, each time that it is stored.
create function is_comparable(document bytea) returns boolean language sql immutable parallel safe
return length(document) <= 65536;

create or replace function changed_fields(before bytea, after bytea, fields text[]) returns text[] language plpgsql immutable as $$
declare
    before_json jsonb;
    after_json  jsonb;
    changed     text[] := '{}';
begin
    if not is_comparable(before) or not is_comparable(after) then
        return null;
    end if;
    before_json := convert_from(before, 'UTF8')::jsonb -> 'data';
    after_json := convert_from(after, 'UTF8')::jsonb -> 'data';
    for i in 1 .. array_length(fields, 1) loop
        if nullif(nullif(before_json #> fields[i][2]::text[], '"NOT_DEFINED"'), 'null')
                is distinct from nullif(nullif(after_json #> fields[i][2]::text[], '"NOT_DEFINED"'), 'null') then
            changed := changed || fields[i][1];
        end if;
    end loop;
    return changed;
exception when data_exception then
    return null;
end $$;

comment on function changed_fields(bytea, bytea, text[]) is
    'the names of the fields that differ between two responses of Leeloo; null if one of them is large, or PostgreSQL cannot read it as JSON';

create or replace function details_hash(document bytea, fields text[]) returns bigint language plpgsql immutable as $$
declare
    response jsonb;
    details  jsonb := '[]';
begin
    if not is_comparable(document) then
        return hashtextextended(encode(sha256(document), 'hex') collate "C", 0);
    end if;
    response := convert_from(document, 'UTF8')::jsonb -> 'data';
    for i in 1 .. array_length(fields, 1) loop
        details := details || jsonb_build_array(nullif(nullif(response #> fields[i][2]::text[], '"NOT_DEFINED"'), 'null'));
    end loop;
    return jsonb_hash_extended(details, 0);
exception when data_exception then
    return hashtextextended(encode(document, 'hex') collate "C", 0);
end $$;

comment on function details_hash(bytea, text[]) is
    'equal for responses of Leeloo without a difference in these fields; of all bytes of a large response, and of one that PostgreSQL cannot read as JSON';
