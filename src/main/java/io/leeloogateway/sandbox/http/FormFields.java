package io.leeloogateway.sandbox.http;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Turns form names such as {@code data[0][phone]} and {@code tags[]} into nested fields. */
final class FormFields {

    private final ObjectNode root = JsonBuilder.object();

    void put(String name, String value) {
        var segments = List.of(name.replace("]", "").split("\\[", -1));
        var target = root;
        for (String segment : segments.subList(0, segments.size() - 1)) {
            target = child(target, segment);
        }
        set(target, segments.getLast(), value);
    }

    ObjectNode toObject() {
        return root;
    }

    private static ObjectNode child(ObjectNode parent, String segment) {
        var name = numbered(parent, segment);
        return parent.path(name) instanceof ObjectNode known ? known : parent.putObject(name);
    }

    /** A name that occurs twice becomes a list, stored as an object with numbers for names. */
    private static void set(ObjectNode target, String segment, String value) {
        var name = numbered(target, segment);
        var existing = target.path(name);
        if (existing.isMissingNode()) {
            target.put(name, value);
            return;
        }
        var list = existing instanceof ObjectNode object
                ? object
                : target.putObject(name).set("0", existing);
        list.put(numbered(list, ""), value);
    }

    private static String numbered(ObjectNode parent, String segment) {
        return segment.isEmpty() ? Integer.toString(parent.size()) : segment;
    }
}
