package io.leeloogateway.people;

import io.leeloogateway.cache.CacheInvalidator;
import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.ListRowStore;
import io.leeloogateway.cache.PostgresText;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.model.PersonRow.Field;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPage;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Refreshes the cached rows of people from lists. Columns of which a row states nothing stay as they are. */
@Repository
class ListRowRefresher {

    private static final JsonMapper JSON = new JsonMapper();

    /** Ignores a row that a change has made stale. Replaces the columns of a person only where the list is newer, or where they are from the future. */
    private static final String UPSERT = """
            insert into cached_people as old (id, list_row, list_row_fetched_at, list_row_generation, name, phone, email, tags, channel_ids, created_at,
                platforms, last_message_at, list_row_person_generation)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(generation), 0) from cache_generations where scope in (?, ?)) where ? = (
                    select coalesce(max(generation), 0) from cache_generations where scope = 'PEOPLE_LIST')
                or ?::text is not null and not exists (select from cache_generations
                    where scope = any(?) and not pg_visible_in_snapshot(changed_by, ?::pg_snapshot))
            on conflict (id) do update set list_row = excluded.list_row, list_row_fetched_at = excluded.list_row_fetched_at, list_row_generation = excluded.list_row_generation,
                name = coalesce(excluded.name, old.name), email = case when ? then excluded.email else old.email end,
                phone = case when ? then excluded.phone else old.phone end, tags = case when ? then excluded.tags else old.tags end,
                channel_ids = case when ? then excluded.channel_ids else old.channel_ids end,
                platforms = case when ? then excluded.platforms else old.platforms end, last_message_at = coalesce(excluded.last_message_at, old.last_message_at),
                list_row_person_generation = excluded.list_row_person_generation
            where coalesce((select max(fetched_at) from (values (old.fetched_at),
                    (case when old.list_row_person_generation = excluded.list_row_person_generation then old.list_row_fetched_at end)) as times (fetched_at)
                where fetched_at <= clock_timestamp()) < excluded.list_row_fetched_at, true)""";

    private final ListRowStore store;
    private final CacheInvalidator invalidator;
    private final PhoneNumbers phones;

    ListRowRefresher(ListRowStore store, CacheInvalidator invalidator, PhoneNumbers phones) {
        this.store = store;
        this.invalidator = invalidator;
        this.phones = phones;
    }

    @EventListener
    void refresh(EntryStored stored) {
        if (stored.query() instanceof ListPeople) {
            var rows = ((OffsetPage<?>) stored.value())
                    .items().stream()
                            .map(PersonRow.class::cast)
                            .sorted(Comparator.comparing(PersonRow::id))
                            .toList();
            store.store(
                    UPSERT,
                    rows,
                    PersonRow::id,
                    (statement, row) -> setParameters(statement, row, stored),
                    stored.rejected());
            invalidator.announce(rows.stream()
                    .map(row -> CacheKey.of(new FindPerson(row.id())))
                    .toList());
        }
    }

    private void setParameters(PreparedStatement statement, PersonRow row, EntryStored stored) throws SQLException {
        statement.setString(1, row.id());
        statement.setString(2, JSON.writeValueAsString(row));
        statement.setTimestamp(3, Timestamp.from(stored.fetchedAt()));
        statement.setLong(4, stored.generation());
        statement.setString(5, PostgresText.text(row.name()));
        statement.setString(6, phones.storedDigits(row.phone()));
        statement.setString(7, PostgresText.text(LookupKeys.email(row.email())));
        statement.setArray(8, array(statement, PostgresText.texts(row.tags().toArray(String[]::new))));
        statement.setArray(9, array(statement, LookupKeys.channelIds(row.channels())));
        statement.setTimestamp(10, timestamp(row.createdAt()));
        statement.setArray(11, array(statement, LookupKeys.platforms(row.channels())));
        statement.setTimestamp(12, timestamp(row.lastMessageAt()));
        var ownScope = CacheKey.scope(ResourceType.PERSON, row.id());
        var listScope = CacheKey.scope(ResourceType.PEOPLE_LIST, row.id());
        statement.setString(13, ownScope);
        statement.setString(14, listScope);
        statement.setLong(15, stored.generation());
        statement.setString(16, stored.snapshot());
        statement.setArray(17, array(statement, scopes(row, ownScope, listScope)));
        statement.setString(18, stored.snapshot());
        statement.setBoolean(19, row.states(Field.EMAIL));
        statement.setBoolean(20, row.states(Field.PHONE));
        statement.setBoolean(21, row.states(Field.TAGS));
        statement.setBoolean(22, row.states(Field.CHANNELS));
        statement.setBoolean(23, row.states(Field.CHANNELS));
    }

    /** Those of its channels, too: a message changes the row of their person, whom the cache may not know before. */
    private static String[] scopes(PersonRow row, String ownScope, String listScope) {
        var channels = Stream.of(LookupKeys.channelIds(row.channels()))
                .flatMap(channel -> Stream.of(
                        CacheKey.scope(ResourceType.MESSAGES, channel),
                        CacheKey.scope(ResourceType.CHANNEL_PERSON, channel)));
        return Stream.concat(Stream.of(ownScope, listScope), channels).toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Array array(PreparedStatement statement, Object[] values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values);
    }
}
