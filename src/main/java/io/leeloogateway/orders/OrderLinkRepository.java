package io.leeloogateway.orders;

import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.PersonErased;
import io.leeloogateway.cache.PersonLinkSource;
import io.leeloogateway.cache.PersonLinks;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.request.OffsetPage;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The people of cached orders. */
@Repository
class OrderLinkRepository implements PersonLinkSource {

    private static final int BATCH = 100;

    private final JdbcTemplate database;

    OrderLinkRepository(JdbcTemplate database) {
        this.database = database;
    }

    /** The person of an order, from lists and people that were read before. A single order of Leeloo does not contain its person. */
    Optional<String> findPersonId(String orderId) {
        return database
                .query(
                        "select person_id from cached_orders where id = ? and person_id is not null",
                        (row, _) -> row.getString("person_id"),
                        orderId)
                .stream()
                .findFirst();
    }

    @Override
    public PersonLinks findLinks(String personId) {
        var ids = database.queryForList("select id from cached_orders where person_id = ?", String.class, personId);
        return new PersonLinks(personId, Set.of(), Set.copyOf(ids));
    }

    @EventListener
    void erase(PersonErased erased) {
        var links = erased.links();
        database.update(
                "delete from cached_orders where person_id = ? or id = any (?)",
                links.personId(),
                links.orderIds().toArray(String[]::new));
    }

    /** Not of a person who was changed or erased since the call. */
    @EventListener
    void storePersonIds(EntryStored stored) {
        var personIds = new TreeMap<String, String>();
        switch (stored.query().plain()) {
            case FindPerson _, FindPersonOfChannel _ -> {
                var person = (Person) stored.value();
                person.orderIds().forEach(id -> personIds.put(id, person.id()));
            }
            case ListOrders _ ->
                ((OffsetPage<?>) stored.value()).items().forEach(row -> {
                    var order = (Order) row;
                    if (order.personId() != null) {
                        personIds.put(order.id(), order.personId());
                    }
                });
            default -> {}
        }
        database.batchUpdate("""
                insert into cached_orders as old (id, person_id)
                select ?, ? where not exists (select from cache_generations where scope = ? and invalidated_at > ?)
                on conflict (id) do update set person_id = excluded.person_id, last_seen_at = excluded.last_seen_at
                where old.person_id is distinct from excluded.person_id or old.last_seen_at < excluded.last_seen_at - interval '1 hour'""", personIds.entrySet(), BATCH, (row, entry) -> {
            row.setString(1, entry.getKey());
            row.setString(2, entry.getValue());
            row.setString(3, CacheKey.scope(ResourceType.PERSON, entry.getValue()));
            row.setTimestamp(4, Timestamp.from(stored.fetchedAt()));
        });
    }
}
