package io.leeloogateway.leeloo.change;

import org.jspecify.annotations.Nullable;

/** A person of an import. */
public record ImportedPerson(
        String name, @Nullable String email, @Nullable String phone) {}
