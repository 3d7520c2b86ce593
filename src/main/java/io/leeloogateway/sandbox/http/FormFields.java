package io.leeloogateway.sandbox.http;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Turns form names such as {@code data[0][phone]} and {@code tags[]} into nested fields. */
final class FormFields {

    private final ObjectNode root = JsonBuilder.object();

    void put(String name, String value) {
        var steps = List.of(name.replace("]", "").split("\\[", -1));
        var target = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            target = child(target, step);
        }
        set(target, steps.getLast(), value);
    }

    ObjectNode toObject() {
        return root;
    }

    private static ObjectNode child(ObjectNode parent, String step) {
        var name = numbered(parent, step);
        return parent.path(name) instanceof ObjectNode known ? known : parent.putObject(name);
    }

    /** A name that comes twice becomes a list, kept as an object with numbers for names. */
    private static void set(ObjectNode target, String step, String value) {
        var name = numbered(target, step);
        var before = target.path(name);
        if (before.isMissingNode()) {
            target.put(name, value);
            return;
        }
        var list = before instanceof ObjectNode many
                ? many
                : target.putObject(name).set("0", before);
        list.put(numbered(list, ""), value);
    }

    private static String numbered(ObjectNode parent, String step) {
        return step.isEmpty() ? Integer.toString(parent.size()) : step;
    }
}
