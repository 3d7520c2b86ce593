package io.leeloogateway.compat;

import io.leeloogateway.problem.InvalidRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns form names such as {@code data[0][phone]} and {@code tags[]} into nested values. */
final class FormFields {

    private static final int MAX_DEPTH = 5;

    /** Lists are maps with the positions as names. */
    private final Map<String, Object> root = new LinkedHashMap<>();

    private final ValueLimit limit;

    FormFields(ValueLimit limit) {
        this.limit = limit;
    }

    void put(String name, String value) {
        var segments = List.of(name.replace("]", "").split("\\[", -1));
        if (segments.size() > MAX_DEPTH) {
            throw InvalidRequest.of("body", "format", "must have names with at most four brackets");
        }
        limit.count(segments.size());
        var target = root;
        for (var segment : segments.subList(0, segments.size() - 1)) {
            target = child(target, segment);
        }
        set(target, segments.getLast(), value);
    }

    Object nested() {
        return root.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> listOrMap(field.getValue()),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    private static Object listOrMap(Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            return value;
        }
        var isList =
                IntStream.range(0, fields.size()).allMatch(position -> fields.containsKey(String.valueOf(position)));
        return isList
                ? IntStream.range(0, fields.size())
                        .mapToObj(position -> listOrMap(Objects.requireNonNull(fields.get(String.valueOf(position)))))
                        .toList()
                : fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                field -> String.valueOf(field.getKey()),
                                field -> listOrMap(field.getValue()),
                                (first, _) -> first,
                                LinkedHashMap::new));
    }

    @SuppressWarnings("unchecked") // all maps below the root are made here
    private static Map<String, Object> child(Map<String, Object> parent, String segment) {
        var name = segment.isEmpty() ? freePosition(parent) : segment;
        if (!(parent.get(name) instanceof Map<?, ?>)) {
            parent.put(name, new LinkedHashMap<String, Object>());
        }
        return (Map<String, Object>) parent.get(name);
    }

    /** Positions that are named, as in {@code tags[1]}, stay as they are. */
    private static String freePosition(Map<String, Object> list) {
        var position = list.size();
        while (list.containsKey(String.valueOf(position))) {
            position++;
        }
        return String.valueOf(position);
    }

    /** A name that occurs twice becomes a list. */
    private static void set(Map<String, Object> target, String segment, String value) {
        var name = segment.isEmpty() ? freePosition(target) : segment;
        var existing = target.putIfAbsent(name, value);
        if (existing instanceof String first) {
            child(target, name).put("0", first);
        }
        if (existing != null) {
            var list = child(target, name);
            list.put(String.valueOf(list.size()), value);
        }
    }
}
