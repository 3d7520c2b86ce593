package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Numbers new objects and counts the objects of each kind. */
public final class IdSequence {

    private final Map<IdKind, Long> last = new EnumMap<>(IdKind.class);

    public long next(IdKind kind) {
        return last.merge(kind, 1L, Long::sum);
    }

    public String nextId(IdKind kind) {
        return kind.id(next(kind));
    }

    public ObjectNode counts() {
        var counts = JsonBuilder.object();
        for (var kind : IdKind.values()) {
            counts.put(kind.name().toLowerCase(Locale.ROOT), last.getOrDefault(kind, 0L));
        }
        return counts;
    }
}
