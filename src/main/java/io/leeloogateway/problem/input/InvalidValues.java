package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The invalid values found in a body, at most one for each path. Throws {@link InvalidRequest} at the last one that a problem shows. */
final class InvalidValues {

    private final Map<String, InvalidField> found = new LinkedHashMap<>();
    private final Map<String, InvalidField> outOfRange = new LinkedHashMap<>();

    void add(String path, String code, String detail) {
        found.putIfAbsent(path, new InvalidField(path, code, detail));
        stopIfFull();
    }

    /** A violated constraint of the field replaces this error, because it names the bounds. */
    void addOutOfRange(String path) {
        outOfRange.putIfAbsent(path, new InvalidField(path, "range", "is out of range"));
        stopIfFull();
    }

    private void stopIfFull() {
        if (found.size() + outOfRange.size() >= InvalidRequest.MAX_ERRORS) {
            throw new InvalidRequest(with(List.of()));
        }
    }

    boolean isEmpty() {
        return found.isEmpty() && outOfRange.isEmpty();
    }

    /** The found values and the violations of all other fields. */
    List<InvalidField> with(List<InvalidField> violations) {
        violations.stream()
                .filter(violation -> !found.containsKey(violation.field()))
                .forEach(violation -> outOfRange.put(violation.field(), violation));
        return Stream.concat(found.values().stream(), outOfRange.values().stream())
                .toList();
    }
}
