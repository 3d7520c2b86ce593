package io.leeloogateway.problem;

import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says in our own words what Spring MVC refused, by the status it would have answered. */
final class MvcExceptionMapper extends ProblemException {

    private static final long serialVersionUID = 1;

    private MvcExceptionMapper(ProblemType type, String detail, Exception cause) {
        super(type, detail, cause);
    }

    static ProblemException explain(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MethodArgumentTypeMismatchException mismatch ->
                InvalidRequest.of(mismatch.getName(), "type", "is not of the right type");
            case TypeMismatchException mismatch ->
                InvalidRequest.of(String.valueOf(mismatch.getPropertyName()), "type", "is not of the right type");
            case MissingServletRequestParameterException missing ->
                InvalidRequest.of(missing.getParameterName(), "required", "must be given");
            default -> byStatus(e, status);
        };
    }

    private static ProblemException byStatus(Exception e, HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new MvcExceptionMapper(ProblemType.ROUTE_NOT_FOUND, "no route has this path", e);
            case 405 -> new MvcExceptionMapper(ProblemType.METHOD_NOT_ALLOWED, "see Allow for the methods it knows", e);
            case 406 -> new MvcExceptionMapper(ProblemType.NOT_ACCEPTABLE, "the answer is application/json", e);
            case 413 -> new MvcExceptionMapper(ProblemType.BODY_TOO_LARGE, "the body may have at most 1 MiB", e);
            case 415 -> new MvcExceptionMapper(ProblemType.UNSUPPORTED_MEDIA_TYPE, "send application/json", e);
            case 503 -> new MvcExceptionMapper(ProblemType.DEADLINE_EXCEEDED, "the answer took too long", e);
            default ->
                status.is4xxClientError()
                        ? new InvalidRequest(List.of(new InvalidField("request", "malformed", "cannot be read")))
                        : new MvcExceptionMapper(ProblemType.INTERNAL_ERROR, "the gateway failed", e);
        };
    }
}
