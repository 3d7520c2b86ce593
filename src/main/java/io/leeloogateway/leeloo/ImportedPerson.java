package io.leeloogateway.leeloo;

import org.jspecify.annotations.Nullable;

/** One person of an import. */
public record ImportedPerson(
        String name, @Nullable String email, @Nullable String phone) {}
