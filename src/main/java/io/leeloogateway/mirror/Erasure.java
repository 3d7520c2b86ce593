package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.CopyKey;
import io.leeloogateway.leeloo.CopyKind;
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
public class Erasure {

    /** Copies of many people, or that do not say whose they are. */
    private static final Set<CopyKind> OF_MANY = EnumSet.of(
            CopyKind.PEOPLE_LIST,
            CopyKind.CHANNEL_LIST,
            CopyKind.ORDER_LIST,
            CopyKind.CHANNEL_PERSON,
            CopyKind.MESSAGES);

    private static final Set<CopyKind> OF_ONE = EnumSet.of(CopyKind.PERSON, CopyKind.ORDER);

    private final Mirror mirror;
    private final CopyTables tables;
    private final List<Belongings> rooms;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Erasure(
            Mirror mirror,
            CopyTables tables,
            List<Belongings> rooms,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.mirror = mirror;
        this.tables = tables;
        this.rooms = List.copyOf(rooms);
        this.database = database;
        this.events = events;
    }

    /** Nobody puts a copy down from now until the transaction is over; says what copies know to hang on the person. */
    public Ties begin(String personId) {
        var names = Stream.concat(
                Stream.of(CopyTables.DOCUMENTS), tables.all().stream().map(CopyTable::name));
        database.sql("lock table %s in share row exclusive mode"
                        .formatted(names.sorted().collect(Collectors.joining(", "))))
                .update();
        return rooms.stream()
                .map(room -> room.tiesOf(personId))
                .reduce(new Ties(personId, Set.of(), Set.of()), Ties::and);
    }

    /** The copies; lists and chats of everybody, as nothing tells in which the person is. */
    public void delete(Ties ties) {
        database.sql("delete from mirror_documents where kind in (:kinds)")
                .param("kinds", names(OF_MANY))
                .update();
        events.publishEvent(new Erased(ties));
    }

    /** No instance gives them any more out of its memory, and calls that are under way put nothing down. */
    public void end(Ties ties) {
        var things = Stream.of(
                        Stream.of(CopyKey.scope(CopyKind.PERSON, ties.personId())),
                        ties.orderIds().stream().map(id -> CopyKey.scope(CopyKind.ORDER, id)),
                        ties.channelIds().stream().map(id -> CopyKey.scope(CopyKind.MESSAGES, id)))
                .flatMap(scopes -> scopes);
        var kinds = OF_MANY.stream().map(CopyKey::scope);
        mirror.end(Stream.concat(things, kinds).collect(Collectors.toUnmodifiableSet()), database);
        database.sql("delete from mirror_loads where split_part(id, ' ', 1) in (:kinds)")
                .param(
                        "kinds",
                        Stream.concat(names(OF_MANY).stream(), names(OF_ONE).stream())
                                .toList())
                .update();
    }

    private static List<String> names(Set<CopyKind> kinds) {
        return kinds.stream().map(CopyKind::name).toList();
    }
}
