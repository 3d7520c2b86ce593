package io.leeloogateway.leeloo;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resource that a call to Leeloo addresses.
 *
 * @param kind the kind of resource
 * @param id its id; null for a list
 * @param location the part of the caller's request that names the id
 * @param other another resource that the path of the caller's request names
 */
public record Target(
        String kind,
        @Nullable String id,
        Location location,
        @Nullable Target other) {

    /** The part of a caller's request that names an id. */
    public enum Location {
        PATH,
        BODY
    }

    /** Leeloo's field names of the ids, by kind. */
    private static final Map<String, Set<String>> ID_FIELDS = Map.of(
            "person", Set.of("id", "person_id", "personId"),
            "channel", Set.of("id", "account_id", "accountId"),
            "order", Set.of("id", "order_id", "orderId"),
            "user", Set.of("id", "user_id", "userId"),
            "tag", Set.of("tag_id", "tagId"),
            "tunnel", Set.of("id", "tunnel_id", "tunnelId"),
            "template category", Set.of("id", "category_id", "categoryId"),
            "lead generation tool", Set.of("id", "leadgentool_id", "leadgentoolId"));

    public static Target of(String kind, String id) {
        return new Target(kind, id, Location.PATH, null);
    }

    public static Target all(String kind) {
        return new Target(kind, null, Location.PATH, null);
    }

    public static Target inBody(String kind, String id) {
        return new Target(kind, id, Location.BODY, null);
    }

    public Target and(Target another) {
        return new Target(kind, id, location, another);
    }

    /** This target if the path names it; only then does an unknown id mean that the path leads nowhere. */
    public Optional<Target> inPath() {
        return id != null && location == Location.PATH ? Optional.of(this) : Optional.empty();
    }

    /** The target in the path whose id has that field name at Leeloo. */
    public Optional<Target> inPath(String idField) {
        return Stream.of(Optional.of(this), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .filter(target -> ID_FIELDS.getOrDefault(target.kind, Set.of()).contains(idField))
                .flatMap(target -> target.inPath().stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return id == null ? kind : kind + " " + id;
    }
}
