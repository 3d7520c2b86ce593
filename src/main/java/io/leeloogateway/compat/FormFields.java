package io.leeloogateway.compat;

import io.leeloogateway.problem.InvalidRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns form names such as {@code data[0][phone]} and {@code tags[]} into nested values. */
final class FormFields {

    private static final int MAX_DEPTH = 5;

    private final Fields root = new Fields();

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

    private static Fields child(Fields parent, String segment) {
        var name = segment.isEmpty() ? parent.nextPosition() : segment;
        if (!(parent.get(name) instanceof Fields)) {
            parent.put(name, new Fields());
        }
        return (Fields) Objects.requireNonNull(parent.get(name));
    }

    /** A name that occurs twice becomes a list. */
    private static void set(Fields target, String segment, String value) {
        var name = segment.isEmpty() ? target.nextPosition() : segment;
        var existing = target.putIfAbsent(name, value);
        if (existing instanceof String first) {
            child(target, name).put("0", first);
        }
        if (existing != null) {
            var list = child(target, name);
            list.put(list.nextPosition(), value);
        }
    }

    /** Values by their names. Those of a list are its positions. */
    private static final class Fields extends LinkedHashMap<String, Object> {

        private static final Pattern POSITION = Pattern.compile("\\d{1,6}");

        private int nextPosition;

        /** After all positions so far, named as in {@code tags[1]} or not. */
        String nextPosition() {
            return String.valueOf(nextPosition);
        }

        @Override
        public @Nullable Object put(String name, Object value) {
            if (POSITION.matcher(name).matches()) {
                nextPosition = Math.max(nextPosition, Integer.parseInt(name) + 1);
            }
            return super.put(name, value);
        }

        @Override
        public @Nullable Object putIfAbsent(String name, Object value) {
            return containsKey(name) ? get(name) : put(name, value);
        }
    }
}
