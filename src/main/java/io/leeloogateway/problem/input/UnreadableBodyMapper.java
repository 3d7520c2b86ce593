package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.problem.ProblemException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Maps body conversion errors to problems; Jackson's messages contain Java types and values. */
public final class UnreadableBodyMapper {

    private UnreadableBodyMapper() {}

    public static ProblemException map(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return switch (e.getCause()) {
            case MismatchedInputException _ -> InvalidRequest.of(FieldPath.BODY, "type", "must be a JSON object");
            case JacksonException _ -> InvalidRequest.of(FieldPath.BODY, "malformed", "is not well-formed JSON");
            case null, default -> InvalidRequest.of(FieldPath.BODY, "required", "must be a JSON object");
        };
    }
}
