-- The time of normalize() grows with the square of the number of accents after one another, 18 seconds for 20,000, and no timeout interrupts it.
-- Longer texts are searchable as they are; their accents and punctuation are folded nevertheless.
do $$
begin
    if getdatabaseencoding() = 'UTF8' then
        create or replace function search_fold(value text) returns text language sql immutable parallel safe
        return search_unaccent(
            replace(replace(replace(replace(replace(replace(replace(replace(replace(
                translate(translate(translate(casefold(case when length(value) <= 300 then normalize(value, nfkc) else value end collate "pg_unicode_fast"),
                    '.,;:!?@#$%&*+=_/\|()[]{}<>"~^-–—«»„“”…№', repeat(' ', 50)),
                    'ьъ''`´’‘ʼʹ′', ''),
                    'абвгґдезиіїйклмнопрстуфыэё', 'abvhgdezyiiiklmnoprstufyee'),
                'щ', 'shch'), 'ш', 'sh'), 'ч', 'ch'), 'ц', 'ts'), 'х', 'kh'), 'ж', 'zh'), 'є', 'ie'), 'ю', 'iu'), 'я', 'ia'));
    end if;
end $$;
