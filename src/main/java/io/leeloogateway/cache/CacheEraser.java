package io.leeloogateway.cache;

import static java.util.stream.Collectors.joining;

import io.leeloogateway.cache.store.CacheTables;
import io.leeloogateway.cache.store.ErasureGeneration;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.ResourceType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the cache entries about a person, in the transaction of the caller. */
@Component
public class CacheEraser {

    /** Entries about several people, or about a person whom they do not name. */
    private static final Set<ResourceType> SHARED_TYPES = EnumSet.of(
            ResourceType.PEOPLE_LIST,
            ResourceType.CHANNEL_LIST,
            ResourceType.ORDER_LIST,
            ResourceType.CHANNEL_PERSON,
            ResourceType.MESSAGES);

    private static final int BATCH = 500;

    private static final Set<ResourceType> ALL_TYPES = EnumSet.copyOf(SHARED_TYPES);

    static {
        ALL_TYPES.add(ResourceType.PERSON);
        ALL_TYPES.add(ResourceType.ORDER);
    }

    private final CacheInvalidator invalidator;
    private final CacheTables tables;
    private final List<PersonLinkSource> linkSources;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    CacheEraser(
            CacheInvalidator invalidator,
            CacheTables tables,
            List<PersonLinkSource> linkSources,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.invalidator = invalidator;
        this.tables = tables;
        this.linkSources = List.copyOf(linkSources);
        this.database = database;
        this.events = events;
    }

    /** Blocks all stores until the transaction ends, and finds the person's channels and orders in the cache. */
    public PersonLinks lockAndFindLinks(String personId) {
        var names = Stream.concat(
                Stream.of(CacheTables.DOCUMENTS), tables.all().stream().map(CacheTable::name));
        database.sql("lock table %s in share row exclusive mode"
                        .formatted(names.sorted().collect(joining(", "))))
                .update();
        return findLinks(personId);
    }

    /** Finds the person's channels and orders in the cache. */
    public PersonLinks findLinks(String personId) {
        return linkSources.stream()
                .map(source -> source.findLinks(personId))
                .reduce(new PersonLinks(personId, Set.of(), Set.of()), PersonLinks::and);
    }

    /** Deletes some of the lists and messages in a transaction of its own, and returns false if there are none. */
    public boolean deleteSomeLists() {
        return database.sql("""
                                delete from cached_documents where id in (
                                    select id from cached_documents where kind in (:types) limit :batch for update skip locked)""")
                        .param("types", names(SHARED_TYPES))
                        .param("batch", BATCH)
                        .update()
                == BATCH;
    }

    /** The number of cached lists and messages. */
    public int countLists() {
        return database.sql("select count(*) from cached_documents where kind in (:types)")
                .param("types", names(SHARED_TYPES))
                .query(Integer.class)
                .single();
    }

    /** Deletes the person's entries, and all lists and messages: their entries do not say which people they show. */
    public void delete(PersonLinks links) {
        database.sql("delete from cached_documents where kind in (:types)")
                .param("types", names(SHARED_TYPES))
                .update();
        events.publishEvent(new PersonErased(links));
    }

    /** Invalidates the values in the memory of all instances, which then drop them, and the loads in flight. */
    public Invalidation invalidate(PersonLinks links) {
        var resources = Stream.of(
                        Stream.of(CacheKey.scope(ResourceType.PERSON, links.personId())),
                        links.orderIds().stream().map(id -> CacheKey.scope(ResourceType.ORDER, id)),
                        links.channelIds().stream().map(id -> CacheKey.scope(ResourceType.MESSAGES, id)))
                .flatMap(scopes -> scopes);
        var types = Stream.concat(SHARED_TYPES.stream().map(CacheKey::scope), Stream.of(ErasureGeneration.SCOPE));
        var invalidation = invalidator.invalidate(
                Stream.concat(resources, types).collect(Collectors.toUnmodifiableSet()), database);
        database.sql("delete from cache_loads where split_part(cache_key, ' ', 1) in (:types)")
                .param("types", names(ALL_TYPES))
                .update();
        return invalidation;
    }

    /** Waits until the memory of all replicas is cleared. */
    public void awaitConfirmation(Invalidation invalidation) {
        invalidator.awaitConfirmation(invalidation, database);
    }

    private static List<String> names(Collection<ResourceType> types) {
        return types.stream().map(ResourceType::name).toList();
    }
}
