package io.leeloogateway.problem;

import java.net.URI;
import java.util.ResourceBundle;

/**
 * The explanation of a problem type.
 *
 * @param type the address of this page
 * @param title the title
 * @param status the HTTP status
 * @param retryable whether the same request may succeed later; a change with an unknown outcome is never retryable
 * @param meaning the cause
 * @param remedy the action to take
 * @param guide the address of the guide to errors
 */
public record ProblemPage(
        URI type, String title, int status, boolean retryable, String meaning, String remedy, URI guide) {

    private static final URI GUIDE = URI.create("/docs/errors");

    static ProblemPage of(ProblemType type, ResourceBundle texts) {
        return new ProblemPage(
                type.uri(),
                type.title(),
                type.status().value(),
                type.isRetryable(),
                texts.getString(type.slug() + ".meaning"),
                texts.getString(type.slug() + ".remedy"),
                GUIDE);
    }
}
