package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A write at Leeloo that returns a {@code T}. Only module operations sends changes. */
public sealed interface Change<T>
        permits SendTemplate,
                SendMessage,
                Subscribe,
                CreateTrafficSource,
                CreateOrder,
                ChangeOrder,
                CreatePerson,
                ChangePerson,
                ImportPeople,
                AddComment,
                AddTag,
                RemoveTag,
                RecordCall,
                VerbatimChange {

    /** The resource that is changed. */
    Target target();

    /** The change without the caller's own body. */
    default Change<?> plain() {
        return this;
    }

    /** The caller's own body, if the plain change lacks a part of it. */
    default Optional<JsonNode> unreadBody() {
        return Optional.empty();
    }

    /** The scopes of the cache entries that this change invalidates. */
    default Set<String> invalidations() {
        return CacheInvalidations.of(this);
    }
}
