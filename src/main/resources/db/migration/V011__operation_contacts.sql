-- Notes the phones and e-mails in a change when its row is written, so that the erasure of a person finds them by index.

-- Words with an @, and the digits of each JSON value without other characters, as phones have many spellings; null if there are none.
-- Seven characters are the shortest contact that is searched for. JSON's punctuation separates digits, so that no match spans two values.
create function operation_contacts(request text, response text) returns text language sql immutable parallel safe as $$
    with texts as (select lower(json) as text from unnest(array[request, response]) as json where json is not null)
    select string_agg(distinct contact, ' ') from (
        select word as contact
        from texts, string_to_table(translate(text, E'"\\ \t\n\r', '      '), ' ') as word
        where strpos(word, '@') > 0
        union all
        select digits
        from texts, string_to_table(regexp_replace(translate(text, ',:{}[]', '""""""'), '[^0-9"]+', '', 'g'), '"') as digits
        where length(digits) >= 7) as contacts
    where length(contact) >= 7
$$;

-- All sequences of four characters: a row with a contact has all sequences of the contact. A star stands for those of a long import,
-- whose row could not be indexed within the 500 ms that a change waits for it. No extension like pg_trgm, which only the owner of the
-- database may create.
create function operation_contact_sequences(contacts text) returns text[] language sql immutable parallel safe as $$
    select case when length(contacts) > 20000 then '{*}' else array(
        select distinct sequence from (
            select letter || lead(letter, 1) over text || lead(letter, 2) over text || lead(letter, 3) over text as sequence
            from string_to_table(contacts, null) with ordinality as letters (letter, nr) window text as (order by nr)) as sequences
        where strpos(sequence, ' ') = 0) end
$$;

alter table operations add column contacts text generated always as (operation_contacts(request, response)) stored;

-- The short pending list bounds the insert that merges it into the index.
create index operations_contacts on operations using gin (operation_contact_sequences(contacts)) with (gin_pending_list_limit = 512)
    where contacts is not null;
