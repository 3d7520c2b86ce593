package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.ProblemException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Maps body conversion errors to problems; Jackson's messages contain Java types and values. */
public final class UnreadableBodyMapper {

    private static final String BODY = "body";

    private UnreadableBodyMapper() {}

    public static ProblemException map(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                InvalidRequest.of(path(unknown), "unknown", "is not a field of this request");
            case InvalidText forbidden -> InvalidRequest.of(path(forbidden), "format", "must not contain NUL");
            case MismatchedInputException mismatched
            when mismatched.getPath().isEmpty() -> InvalidRequest.of(BODY, "type", "must be a JSON object");
            case MismatchedInputException mismatched ->
                InvalidRequest.of(path(mismatched), "type", "is not of the right type");
            case JacksonException _ -> InvalidRequest.of(BODY, "malformed", "is not well-formed JSON");
            case null, default -> InvalidRequest.of(BODY, "required", "must be a JSON object");
        };
    }

    private static String path(JacksonException e) {
        var path = new StringBuilder();
        for (var reference : e.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? BODY : path.toString();
    }
}
