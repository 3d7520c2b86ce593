package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of people. A field that the row does not state is null or empty and says nothing of the person.
 *
 * @param stated the fields that the row states, in their order; a stated null says that there is no value
 */
public record PersonRow(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        List<String> tags,
        List<PersonChannel> channels,
        @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt,
        Set<Field> stated) {

    /** A field that a row may not state. */
    public enum Field {
        EMAIL,
        PHONE,
        TAGS,
        CHANNELS;

        /** The name in responses. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Set<Field> ALL_FIELDS = inOrder(List.of(Field.values()));

    /** Rows that an earlier version has stored do not say which fields they state. */
    public PersonRow {
        tags = List.copyOf(tags);
        channels = List.copyOf(channels);
        stated = inOrder(stated == null ? statedOfEarlier(email, phone) : stated);
    }

    public boolean states(Field field) {
        return stated.contains(field);
    }

    /** The names of the fields that the row does not state. */
    public Stream<String> missing() {
        return ALL_FIELDS.stream().filter(field -> !states(field)).map(Field::text);
    }

    /** States no contact details and tags. */
    public PersonRow withoutDetails() {
        var left = states(Field.CHANNELS) ? Set.of(Field.CHANNELS) : Set.<Field>of();
        return new PersonRow(id, name, null, null, List.of(), channels, lastMessageAt, createdAt, left);
    }

    public PersonRow withLastMessageAt(@Nullable Instant time) {
        return new PersonRow(id, name, email, phone, tags, channels, time, createdAt, stated);
    }

    /** In an earlier version, a null may say that there is no value, or nothing. */
    private static Set<Field> statedOfEarlier(@Nullable String email, @Nullable String phone) {
        var stated = EnumSet.of(Field.TAGS, Field.CHANNELS);
        if (email != null) {
            stated.add(Field.EMAIL);
        }
        if (phone != null) {
            stated.add(Field.PHONE);
        }
        return stated;
    }

    /** The order is part of the digest of a row. */
    private static Set<Field> inOrder(Collection<Field> fields) {
        var ordered = EnumSet.noneOf(Field.class);
        ordered.addAll(fields);
        return Collections.unmodifiableSet(ordered);
    }
}
