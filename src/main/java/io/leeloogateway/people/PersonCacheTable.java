package io.leeloogateway.people;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.InvalidationDependencies;
import io.leeloogateway.cache.PersonErased;
import io.leeloogateway.cache.PersonLinkSource;
import io.leeloogateway.cache.PersonLinks;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The copies of people, and what can be looked up in them. */
@Repository
class PersonCacheTable implements CacheTable, InvalidationDependencies, PersonLinkSource {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    PersonCacheTable(JdbcClient database) {
        this.database = database;
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
    public Map<String, @Nullable Object> columns(Object answer) {
        var person = (Person) answer;
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("name", person.name());
        columns.put("phone", LookupKeys.phone(person.phone()));
        columns.put("email", LookupKeys.email(person.email()));
        columns.put("tags", person.tags().toArray(String[]::new));
        columns.put("channel_ids", LookupKeys.channelIds(person.channels()));
        columns.put("order_ids", person.orderIds().toArray(String[]::new));
        columns.put("created_at", timestamp(person.createdAt()));
        columns.put("updated_at", timestamp(person.updatedAt()));
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
    public Set<String> listRowColumns() {
        return Set.of("name", "phone", "email", "tags", "channel_ids", "created_at");
    }

    @Override
    public Object mergeListRow(Object answer, String row) {
        return ((Person) answer).with(JSON.readValue(row, PersonRow.class));
    }

    /** Once the channel's own copy is over, the person's answers, which only the person's own changes end. */
    @EventListener
    void learnOwner(EntryStored stored) {
        if (stored.query() instanceof FindPersonOfChannel) {
            var person = (Person) stored.value();
            database.sql("""
                            insert into cached_people (id, channel_ids) values (:id, :channels)
                            on conflict (id) do update set channel_ids = excluded.channel_ids, last_seen_at = clock_timestamp()
                            where cached_people.fetched_at is null""")
                    .param("id", person.id())
                    .param("channels", LookupKeys.channelIds(person.channels()))
                    .update();
        }
    }

    /** How the person can be reached; digits and lower case do for pseudonyms. */
    ContactDetails cardOf(String personId) {
        return database.sql("select phone, email from cached_people where id = :id")
                .param("id", personId)
                .query((row, _) -> new ContactDetails(
                        Stream.ofNullable(row.getString("phone")).toList(),
                        Stream.ofNullable(row.getString("email")).toList()))
                .optional()
                .orElse(ContactDetails.EMPTY);
    }

    @Override
    public PersonLinks findLinks(String personId) {
        var nothing = new PersonLinks(personId, Set.of(), Set.of());
        return database.sql("select channel_ids, order_ids from cached_people where id = :id")
                .param("id", personId)
                .query((row, _) -> nothing.and(ids(row, "channel_ids"), ids(row, "order_ids")))
                .optional()
                .orElse(nothing);
    }

    @EventListener
    void erase(PersonErased erased) {
        database.sql("delete from cached_people where id = :id")
                .param("id", erased.links().personId())
                .update();
    }

    @Override
    public Optional<String> findPersonIdByChannel(String channelId) {
        return database.sql("select id from cached_people where channel_ids @> array[:channel::text] limit 1")
                .param("channel", channelId)
                .query((row, _) -> row.getString("id"))
                .optional();
    }

    /** A person shows its orders and how it came into tunnels. Where no copy says who that is, any who is asked for now may be. */
    @Override
    public Set<String> dependentScopes(Set<String> touched, JdbcClient ledger) {
        var orders = CacheKey.ids(ResourceType.ORDER, touched);
        var channels = CacheKey.ids(ResourceType.CHANNEL_PERSON, touched);
        if (orders.isEmpty() && channels.isEmpty()) {
            return Set.of();
        }
        return ledger.sql("""
                        with people as (
                            select 'PERSON ' || id as scope from cached_people
                            where order_ids && :orders::text[] or channel_ids && :channels::text[])
                        select scope from people
                        union
                        select cache_key from cache_loads where cache_key like 'PERSON %' and not exists (select from people)""")
                .param("orders", orders.toArray(String[]::new))
                .param("channels", channels.toArray(String[]::new))
                .query((row, _) -> row.getString("scope"))
                .set();
    }

    private static Set<String> ids(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
