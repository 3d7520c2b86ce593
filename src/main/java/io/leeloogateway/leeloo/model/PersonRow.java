package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a list of people. */
public record PersonRow(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        List<String> tags,
        List<PersonChannel> channels,
        @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt) {

    public PersonRow {
        tags = List.copyOf(tags);
        channels = List.copyOf(channels);
    }

    /** Without contact details and tags. */
    public PersonRow withoutDetails() {
        return new PersonRow(id, name, null, null, List.of(), channels, lastMessageAt, createdAt);
    }

    public PersonRow withLastMessageAt(@Nullable Instant time) {
        return new PersonRow(id, name, email, phone, tags, channels, time, createdAt);
    }
}
