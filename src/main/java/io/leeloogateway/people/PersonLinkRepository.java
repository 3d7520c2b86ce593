package io.leeloogateway.people;

import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.InvalidationDependencies;
import io.leeloogateway.cache.PersonErased;
import io.leeloogateway.cache.PersonLinkSource;
import io.leeloogateway.cache.PersonLinks;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channels, orders and contact details of cached people. */
@Repository
class PersonLinkRepository implements InvalidationDependencies, PersonLinkSource {

    private final JdbcClient database;
    private final PhoneNumbers phones;

    PersonLinkRepository(JdbcClient database, PhoneNumbers phones) {
        this.database = database;
        this.phones = phones;
    }

    /** Lets a later read by channel use the person's cache entry, which only changes of the person invalidate. */
    @EventListener
    void storeChannelLink(EntryStored stored) {
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

    /** The normalised contact details, with all spellings of the phone number; enough to find pseudonyms. */
    ContactDetails findContactDetails(String personId) {
        return database.sql("select phone, email from cached_people where id = :id")
                .param("id", personId)
                .query((row, _) -> new ContactDetails(
                        Stream.ofNullable(row.getString("phone"))
                                .flatMap(digits -> phones.possibleDigits("+" + digits).stream())
                                .toList(),
                        Stream.ofNullable(row.getString("email")).toList()))
                .optional()
                .orElse(ContactDetails.EMPTY);
    }

    @Override
    public PersonLinks findLinks(String personId) {
        var none = new PersonLinks(personId, Set.of(), Set.of());
        return database.sql("select channel_ids, order_ids from cached_people where id = :id")
                .param("id", personId)
                .query((row, _) -> none.and(ids(row, "channel_ids"), ids(row, "order_ids")))
                .optional()
                .orElse(none);
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

    /**
     * A person contains its orders and the subscriptions of its channels, its list row the time of the last message. Where no cached person has the order or channel, it may
     * belong to any person that is being loaded.
     */
    @Override
    public Set<String> dependentScopes(Set<String> invalidated, JdbcClient database) {
        var orders = CacheKey.ids(ResourceType.ORDER, invalidated);
        var channels = CacheKey.ids(ResourceType.CHANNEL_PERSON, invalidated);
        var chats = CacheKey.ids(ResourceType.MESSAGES, invalidated);
        if (orders.isEmpty() && channels.isEmpty() && chats.isEmpty()) {
            return Set.of();
        }
        return database.sql("""
                        with people as (
                            select 'PERSON ' || id as scope from cached_people
                            where order_ids && :orders::text[] or channel_ids && :channels::text[])
                        select scope from people
                        union
                        select 'PEOPLE_LIST ' || id from cached_people where channel_ids && :chats::text[]
                        union
                        select cache_key from cache_loads where cache_key like 'PERSON %' and not exists (select from people)
                            and (cardinality(:orders::text[]) > 0 or cardinality(:channels::text[]) > 0)""")
                .param("orders", orders.toArray(String[]::new))
                .param("channels", channels.toArray(String[]::new))
                .param("chats", chats.toArray(String[]::new))
                .query((row, _) -> row.getString("scope"))
                .set();
    }

    private static Set<String> ids(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
