package io.leeloogateway.people;

import static java.util.Objects.requireNonNull;

import io.leeloogateway.bulkhead.LargeAnswers;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.FindPerson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the row of a person from its latest list row or, if it is newer, from the person itself. */
@Component
class CachedPersonMapper implements RowMapper<CachedPersonRow> {

    static final String COLUMNS = """
            document, fetched_at, generation, list_row, list_row_fetched_at, coalesce(list_row_person_generation, 0) as list_row_person_generation,
            coalesce((select max(generation) from cache_generations where scope = 'PERSON ' || cached_people.id), 0) as person_generation,
            coalesce((select max(generation) from cache_generations where scope = 'PEOPLE_LIST ' || cached_people.id), 0) as chat_generation""";

    private static final JsonMapper JSON = new JsonMapper();

    private final LeelooClient leeloo;

    CachedPersonMapper(LeelooClient leeloo) {
        this.leeloo = leeloo;
    }

    @Override
    public CachedPersonRow mapRow(ResultSet row, int number) throws SQLException {
        var found = read(row);
        LargeAnswers.occupy(size(found.row()));
        return found;
    }

    /** The texts, which may have any length, in bytes at most. */
    private static long size(PersonRow row) {
        var tags = row.tags().stream().mapToLong(CachedPersonMapper::size).sum();
        return size(row.name()) + size(row.email()) + size(row.phone()) + tags;
    }

    private static long size(@Nullable String text) {
        return text == null ? 0 : 2L * text.length();
    }

    private CachedPersonRow read(ResultSet row) throws SQLException {
        var person = person(row);
        var listRow = listRow(row);
        var generation = row.getLong("person_generation");
        if (listRow == null) {
            var isCurrent = row.getLong("generation") >= generation;
            return new CachedPersonRow(requireNonNull(person).toRow(), instant(row, "fetched_at"), isCurrent, false);
        }
        var isChatCurrent = row.getLong("list_row_person_generation") >= row.getLong("chat_generation");
        var lastMessageAt = isChatCurrent ? listRow.lastMessageAt() : null;
        var listRowFetchedAt = instant(row, "list_row_fetched_at");
        if (person != null && instant(row, "fetched_at").isAfter(listRowFetchedAt)) {
            var isCurrent = row.getLong("generation") >= generation;
            var latest = person.toRow().withLastMessageAt(lastMessageAt);
            return new CachedPersonRow(latest, instant(row, "fetched_at"), isCurrent, isChatCurrent);
        }
        var isCurrent = row.getLong("list_row_person_generation") >= generation;
        var latest = person == null ? listRow : person.with(listRow).toRow();
        return new CachedPersonRow(latest.withLastMessageAt(lastMessageAt), listRowFetchedAt, isCurrent, isChatCurrent);
    }

    private @Nullable Person person(ResultSet row) throws SQLException {
        var document = row.getBytes("document");
        return document == null ? null : leeloo.parse(new FindPerson(row.getString("id")), RawBody.ofStored(document));
    }

    private static @Nullable PersonRow listRow(ResultSet row) throws SQLException {
        var json = row.getString("list_row");
        return json == null ? null : JSON.readValue(json, PersonRow.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = requireNonNull(row.getTimestamp(column));
        return time.toInstant();
    }
}
