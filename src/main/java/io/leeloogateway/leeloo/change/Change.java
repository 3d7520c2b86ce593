package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import java.util.Set;

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

    /** The scopes of the cache entries that this change invalidates. */
    default Set<String> invalidations() {
        return CacheInvalidations.of(this);
    }
}
