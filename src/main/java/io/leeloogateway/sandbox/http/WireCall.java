package io.leeloogateway.sandbox.http;

import io.leeloogateway.sandbox.fault.Fault;
import io.leeloogateway.sandbox.fault.FaultKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A call to an endpoint; {@code id} is the id in the path, or empty if the path has none. */
public record WireCall(
        String method,
        String path,
        Map<String, List<String>> query,
        RequestFields body,
        String id,
        Fault fault,
        Instant now) {

    public WireCall withId(String pathId) {
        return new WireCall(method, path, query, body, pathId, fault, now);
    }

    public boolean hasFault(FaultKind kind) {
        return fault.kind() == kind;
    }

    public String parameter(String name, String defaultValue) {
        return query.getOrDefault(name, List.of(defaultValue)).getFirst();
    }

    /** All values of a filter, including those of names with empty brackets. */
    public List<String> filters(String name) {
        return Stream.of("filter[" + name + "]", "filter[" + name + "][]")
                .flatMap(key -> query.getOrDefault(key, List.of()).stream())
                .toList();
    }

    public boolean includes(String part) {
        return List.of(parameter("include", "").split(",", -1)).contains(part);
    }
}
