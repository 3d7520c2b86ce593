package io.leeloogateway.leeloo;

import org.jspecify.annotations.Nullable;

/** What an operation is about: a kind of thing and, where one is named, its id. */
public record Target(String kind, @Nullable String id) {

    static Target of(String kind, String id) {
        return new Target(kind, id);
    }

    static Target all(String kind) {
        return new Target(kind, null);
    }

    @Override
    public String toString() {
        return id == null ? kind : kind + " " + id;
    }
}
