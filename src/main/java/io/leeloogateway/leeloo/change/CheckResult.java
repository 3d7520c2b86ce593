package io.leeloogateway.leeloo.change;

import org.jspecify.annotations.Nullable;

/** What a look at Leeloo tells of a change. */
public sealed interface CheckResult<T> {

    /** One lower-case sentence with ids and instants; never a name, phone, e-mail or text. */
    String evidence();

    /**
     * It was applied.
     *
     * @param answer as if Leeloo had answered it
     * @param id of the person, order or message that was found
     */
    record Applied<T>(T answer, @Nullable String id, String evidence) implements CheckResult<T> {}

    /** The state that the change makes is not there. */
    record NotApplied<T>(String evidence) implements CheckResult<T> {}

    /** Nothing is proven either way. */
    record Open<T>(String evidence) implements CheckResult<T> {}
}
