package io.leeloogateway.people;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of cached people and its columns for look-ups. */
@Component
class PersonCacheTable implements CacheTable {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, PersonRow.Field> FIELDS = Map.of(
            "email", PersonRow.Field.EMAIL,
            "phone", PersonRow.Field.PHONE,
            "tags", PersonRow.Field.TAGS,
            "channel_ids", PersonRow.Field.CHANNELS,
            "platforms", PersonRow.Field.CHANNELS);

    private final PhoneNumbers phones;

    PersonCacheTable(PhoneNumbers phones) {
        this.phones = phones;
    }

    @Override
    public String name() {
        return "cached_people";
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.PERSON;
    }

    @Override
    public Map<String, @Nullable Object> columns(Object value) {
        var person = (Person) value;
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", person.name());
        columns.put("phone", phones.storedDigits(person.phone()));
        columns.put("email", LookupKeys.email(person.email()));
        columns.put("tags", person.tags().toArray(String[]::new));
        columns.put("channel_ids", LookupKeys.channelIds(person.channels()));
        columns.put("platforms", LookupKeys.platforms(person.channels()));
        columns.put("order_ids", person.orderIds().toArray(String[]::new));
        columns.put("created_at", timestamp(person.createdAt()));
        return columns;
    }

    @Override
    public Set<String> lastSeenColumns() {
        return Set.of("list_row_fetched_at", "last_seen_at");
    }

    @Override
    public Optional<ResourceType> listType() {
        return Optional.of(ResourceType.PEOPLE_LIST);
    }

    @Override
    public String listRowGenerationColumn() {
        return "list_row_person_generation";
    }

    @Override
    public Set<String> listRowColumns() {
        return Set.of("name", "phone", "email", "tags", "channel_ids", "platforms", "created_at");
    }

    /** PostgreSQL cannot read a row with the character NUL as JSON. A text in the row has no quotation mark without a backslash. */
    @Override
    public String isStated(String column) {
        return Optional.ofNullable(FIELDS.get(column))
                .map(field -> "old.list_row ~ '\"stated\":\\[[^]]*\"%s\"'".formatted(field))
                .orElseGet(() -> CacheTable.super.isStated(column));
    }

    @Override
    public Object mergeListRow(Object value, String row) {
        return ((Person) value).with(JSON.readValue(row, PersonRow.class));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
