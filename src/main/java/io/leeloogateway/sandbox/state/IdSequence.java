package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Counts what exists of each kind and numbers what is new. */
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
