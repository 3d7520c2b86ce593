package io.leeloogateway.leeloo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about.
 *
 * @param kind a kind of thing
 * @param id its id, where one is named
 * @param place where our caller named it
 * @param other another thing that our route names
 */
public record Target(
        String kind,
        @Nullable String id,
        Place place,
        @Nullable Target other) {

    /** Where in our caller's request an id stands. */
    public enum Place {
        ROUTE,
        BODY
    }

    /** What Leeloo calls their ids. */
    private static final Map<String, Set<String>> NAMES = Map.of(
            "person", Set.of("id", "person_id", "personId"),
            "channel", Set.of("id", "account_id", "accountId"),
            "order", Set.of("id", "order_id", "orderId"),
            "user", Set.of("id", "user_id", "userId"),
            "tag", Set.of("tag_id", "tagId"),
            "tunnel", Set.of("id", "tunnel_id", "tunnelId"),
            "template category", Set.of("id", "category_id", "categoryId"),
            "lead generation tool", Set.of("id", "leadgentool_id", "leadgentoolId"));

    public static Target of(String kind, String id) {
        return new Target(kind, id, Place.ROUTE, null);
    }

    public static Target all(String kind) {
        return new Target(kind, null, Place.ROUTE, null);
    }

    public static Target inBody(String kind, String id) {
        return new Target(kind, id, Place.BODY, null);
    }

    public Target and(Target another) {
        return new Target(kind, id, place, another);
    }

    /** This, if our route names it: only then can it be what is missing there. */
    public Optional<Target> inRoute() {
        return id != null && place == Place.ROUTE ? Optional.of(this) : Optional.empty();
    }

    /** The thing of our route whose id goes by that name at Leeloo. */
    public Optional<Target> inRoute(String name) {
        return Stream.of(Optional.of(this), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .filter(target -> NAMES.getOrDefault(target.kind, Set.of()).contains(name))
                .flatMap(target -> target.inRoute().stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return id == null ? kind : kind + " " + id;
    }
}
