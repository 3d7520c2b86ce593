package io.leeloogateway.cache;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Removes NUL characters, which PostgreSQL does not store in text columns. Documents are bytes and keep them. */
public final class PostgresText {

    private PostgresText() {}

    public static @Nullable String text(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }

    public static String[] texts(String... texts) {
        return Stream.of(texts).map(text -> text.replace("\0", "")).toArray(String[]::new);
    }

    public static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case String[] texts -> texts(texts);
            case null, default -> value;
        };
    }
}
