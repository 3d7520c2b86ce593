-- Bounds what a long name or title costs. The time of normalize() grows with the square of the number of accents after one another: 18 seconds
-- for 20,000, and no timeout interrupts it. Each search for similar words reads the texts of all candidates.

-- The end of a person's text is the e-mail address and the phone.
create function search_bounded(value text) returns text language sql immutable parallel safe
return case when length(value) <= 600 then value else left(value, 300) || ' ' || right(value, 300) end;

do $$
begin
    if getdatabaseencoding() = 'UTF8' then
        create or replace function search_fold(value text) returns text language sql immutable parallel safe
        return search_unaccent(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(
                translate(translate(translate(casefold(case when length(value) <= 300 then normalize(value, nfkc) else search_bounded(value) end collate "pg_unicode_fast"),
                    '.,;:!?@#$%&*+=_/\|()[]{}<>"~^-–—«»„“”…№', repeat(' ', 50)),
                    'ьъ''`´’‘ʼʹ′', ''),
                    'абвгґдезиіїйклмнопрстуфыэё', 'abvhgdezyiiiklmnoprstufyee'),
                'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ц', 'ts'), 'х', 'kh'), 'ж', 'zh'), 'є', 'ie'), 'ю', 'iu'), 'я', 'ia'));
    else
        create or replace function search_fold(value text) returns text language sql immutable parallel safe
        return translate(lower(search_bounded(value)), '.,;:!?@#$%&*+=_/\|()[]{}<>"~^-''`', repeat(' ', 31));
    end if;
end $$;

update cached_people set name = name where length(search_text) > 700;
update cached_orders set title = title where length(search_text) > 700;
