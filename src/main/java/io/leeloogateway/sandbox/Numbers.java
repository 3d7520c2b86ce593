package io.leeloogateway.sandbox;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Counts what exists of each kind and numbers what is new. */
final class Numbers {

    private final Map<Kind, Long> last = new EnumMap<>(Kind.class);

    long next(Kind kind) {
        return last.merge(kind, 1L, Long::sum);
    }

    String nextId(Kind kind) {
        return kind.id(next(kind));
    }

    ObjectNode counts() {
        var counts = Json.object();
        for (var kind : Kind.values()) {
            counts.put(kind.name().toLowerCase(Locale.ROOT), last.getOrDefault(kind, 0L));
        }
        return counts;
    }
}
