package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import java.util.Set;

/** A change at Leeloo that is answered by a {@code T}; only operations sends it. */
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
                RecordCall {

    /** What is changed. */
    Target target();

    /** The scopes of the copies that it ends. */
    default Set<String> touched() {
        return CacheInvalidations.by(this);
    }
}
