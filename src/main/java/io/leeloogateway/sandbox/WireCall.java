package io.leeloogateway.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One call as the operations see it; {@code id} is the id in the path, empty where the path has none. */
record WireCall(
        String method, String path, Map<String, List<String>> query, Input body, String id, Fault fault, Instant now) {

    WireCall withId(String pathId) {
        return new WireCall(method, path, query, body, pathId, fault, now);
    }

    boolean hasFault(FaultKind kind) {
        return fault.kind() == kind;
    }

    String parameter(String name, String otherwise) {
        return query.getOrDefault(name, List.of(otherwise)).getFirst();
    }

    /** All values of a filter, also in the spellings with empty brackets. */
    List<String> filters(String name) {
        return Stream.of("filter[" + name + "]", "filter[" + name + "][]")
                .flatMap(key -> query.getOrDefault(key, List.of()).stream())
                .toList();
    }

    boolean includes(String part) {
        return List.of(parameter("include", "").split(",", -1)).contains(part);
    }
}
