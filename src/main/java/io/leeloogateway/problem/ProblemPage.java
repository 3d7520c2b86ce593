package io.leeloogateway.problem;

import java.net.URI;
import java.util.ResourceBundle;

/**
 * A kind of problem, explained.
 *
 * @param type its address
 * @param title what it is called
 * @param status the HTTP status it comes with
 * @param retryable whether the same request may succeed later; never so for a change of unknown outcome
 * @param meaning what happened
 * @param remedy what to do
 */
record ProblemPage(URI type, String title, int status, boolean retryable, String meaning, String remedy) {

    static ProblemPage of(ProblemType type, ResourceBundle texts) {
        return new ProblemPage(
                type.uri(),
                type.title(),
                type.status().value(),
                type.isRetryable(),
                texts.getString(type.slug() + ".meaning"),
                texts.getString(type.slug() + ".remedy"));
    }
}
