package io.leeloogateway.problem.input;

import tools.jackson.core.TokenStreamContext;

/** The path of a value in a body, as Spring writes it: {@code people[0].phone}. */
final class FieldPath {

    static final String BODY = "body";
    private static final int MAX_NAME = 64;

    private FieldPath() {}

    static String property(String path, String name) {
        return path.isEmpty() ? sanitized(name) : path + "." + sanitized(name);
    }

    /** An element of an array, or the value of a key. */
    static String element(String path, Object index) {
        return path + "[" + sanitized(index.toString()) + "]";
    }

    static String of(TokenStreamContext position) {
        var path = position.hasPathSegment() ? within(position) : "";
        return path.isEmpty() ? BODY : path;
    }

    private static String within(TokenStreamContext position) {
        var parent = position.getParent();
        var path = parent == null || !parent.hasPathSegment() ? "" : within(parent);
        return position.inArray()
                ? element(path.isEmpty() ? BODY : path, position.getCurrentIndex())
                : property(path, String.valueOf(position.currentName()));
    }

    /** The name comes from the caller: truncated, without control characters and halves of characters. */
    static String sanitized(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME)).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }
}
