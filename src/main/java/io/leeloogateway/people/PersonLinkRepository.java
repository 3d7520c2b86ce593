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
import io.leeloogateway.leeloo.query.FindPerson;
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

    /**
     * Lets a later read by channel use the person's cache entry, and changes of an order or a channel find the people to invalidate. The person
     * itself is stored with its links, but not if a caller has chosen the parameters.
     */
    @EventListener
    void storeLinks(EntryStored stored) {
        if (stored.value() instanceof Person person && !(stored.query() instanceof FindPerson)) {
            database.sql("""
                            insert into cached_people as old (id, channel_ids, order_ids) values (:id, :channels, :orders)
                            on conflict (id) do update set last_seen_at = clock_timestamp(),
                                channel_ids = array(select unnest(old.channel_ids) union select unnest(excluded.channel_ids)),
                                order_ids = array(select unnest(old.order_ids) union select unnest(excluded.order_ids))
                            where not old.order_ids @> excluded.order_ids or not old.channel_ids @> excluded.channel_ids
                                or old.last_seen_at < clock_timestamp() - interval '1 hour'""")
                    .param("id", person.id())
                    .param("channels", LookupKeys.channelIds(person.channels()))
                    .param("orders", person.orderIds().toArray(String[]::new))
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

    @Override
    public Optional<String> findPersonIdByOrder(String orderId) {
        return database.sql("""
                        select coalesce((select person_id from cached_orders where id = :order),
                            (select id from cached_people where order_ids @> array[:order::text] limit 1)) as id""")
                .param("order", orderId)
                .query((row, _) -> Optional.ofNullable(row.getString("id")))
                .single();
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
                            where order_ids && :orders::text[] or channel_ids && :channels::text[]
                            union
                            select 'PERSON ' || person_id from cached_orders where id = any(:orders::text[]) and person_id is not null)
                        select scope from people
                        union
                        select 'PEOPLE_LIST ' || id from cached_people where channel_ids && :chats::text[]
                        union
                        select 'PERSON ' || split_part(split_part(cache_key, ' ', 2), '.', 1) from cache_loads
                        where (cache_key like 'PERSON %' or cache_key like 'CHANNEL_PERSON %.%') and not exists (select from people)
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
