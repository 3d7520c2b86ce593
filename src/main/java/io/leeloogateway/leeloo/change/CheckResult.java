package io.leeloogateway.leeloo.change;

import org.jspecify.annotations.Nullable;

/** The result of an outcome check. */
public sealed interface CheckResult<T> {

    /** A lower-case sentence with ids and instants, without names, phones, e-mails and texts. */
    String evidence();

    /**
     * Leeloo applied the change.
     *
     * @param response the response that Leeloo would have given
     * @param id the id of the person, order or message that was found
     */
    record Applied<T>(T response, @Nullable String id, String evidence) implements CheckResult<T> {}

    /** The result of the change is absent at Leeloo. */
    record NotApplied<T>(String evidence) implements CheckResult<T> {}

    /** Leeloo's data does not show whether the change was applied. */
    record Inconclusive<T>(String evidence) implements CheckResult<T> {}
}
