package io.leeloogateway.cache;

import io.leeloogateway.cache.store.CacheTables;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what copies tell of a person, in the transaction of the caller. */
@Component
public class CacheEraser {

    /** Copies of many people, or that do not say whose they are. */
    private static final Set<ResourceType> OF_MANY = EnumSet.of(
            ResourceType.PEOPLE_LIST,
            ResourceType.CHANNEL_LIST,
            ResourceType.ORDER_LIST,
            ResourceType.CHANNEL_PERSON,
            ResourceType.MESSAGES);

    private static final Set<ResourceType> OF_ONE = EnumSet.of(ResourceType.PERSON, ResourceType.ORDER);

    private final LeelooCache mirror;
    private final CacheTables tables;
    private final List<PersonLinkSource> rooms;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    CacheEraser(
            LeelooCache mirror,
            CacheTables tables,
            List<PersonLinkSource> rooms,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.mirror = mirror;
        this.tables = tables;
        this.rooms = List.copyOf(rooms);
        this.database = database;
        this.events = events;
    }

    /** Nobody puts a copy down from now until the transaction is over; says what copies know to hang on the person. */
    public PersonLinks lockAndFindLinks(String personId) {
        var names = Stream.concat(
                Stream.of(CacheTables.DOCUMENTS), tables.all().stream().map(CacheTable::name));
        database.sql("lock table %s in share row exclusive mode"
                        .formatted(names.sorted().collect(Collectors.joining(", "))))
                .update();
        return rooms.stream()
                .map(room -> room.findLinks(personId))
                .reduce(new PersonLinks(personId, Set.of(), Set.of()), PersonLinks::and);
    }

    /** The copies; lists and chats of everybody, as nothing tells in which the person is. */
    public void delete(PersonLinks ties) {
        database.sql("delete from cached_documents where kind in (:kinds)")
                .param("kinds", names(OF_MANY))
                .update();
        events.publishEvent(new PersonErased(ties));
    }

    /** No instance gives them any more out of its memory, and calls that are under way put nothing down. */
    public void invalidate(PersonLinks ties) {
        var things = Stream.of(
                        Stream.of(CacheKey.scope(ResourceType.PERSON, ties.personId())),
                        ties.orderIds().stream().map(id -> CacheKey.scope(ResourceType.ORDER, id)),
                        ties.channelIds().stream().map(id -> CacheKey.scope(ResourceType.MESSAGES, id)))
                .flatMap(scopes -> scopes);
        var kinds = OF_MANY.stream().map(CacheKey::scope);
        mirror.invalidate(Stream.concat(things, kinds).collect(Collectors.toUnmodifiableSet()), database);
        database.sql("delete from cache_loads where split_part(id, ' ', 1) in (:kinds)")
                .param(
                        "kinds",
                        Stream.concat(names(OF_MANY).stream(), names(OF_ONE).stream())
                                .toList())
                .update();
    }

    private static List<String> names(Set<ResourceType> kinds) {
        return kinds.stream().map(ResourceType::name).toList();
    }
}
