package io.leeloogateway.problem;

import io.leeloogateway.problem.input.UnsupportedContentCoding;
import java.util.List;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Maps exceptions and statuses of Spring MVC to problems with texts of this gateway. */
final class MvcExceptionMapper {

    private MvcExceptionMapper() {}

    static ProblemException map(Exception e, HttpStatusCode status) {
        return switch (e) {
            case MethodArgumentTypeMismatchException mismatch ->
                InvalidRequest.of(mismatch.getName(), "type", ExpectedType.of(mismatch.getRequiredType()));
            case TypeMismatchException mismatch ->
                InvalidRequest.of(
                        String.valueOf(mismatch.getPropertyName()),
                        "type",
                        ExpectedType.of(mismatch.getRequiredType()));
            case MissingServletRequestParameterException missing ->
                InvalidRequest.of(missing.getParameterName(), "required", "must be given");
            case UnsupportedContentCoding coded ->
                new ProblemException(
                        ProblemType.UNSUPPORTED_MEDIA_TYPE, "send the body without Content-Encoding", coded);
            default -> byStatus(e, status);
        };
    }

    private static ProblemException byStatus(Exception e, HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> new ProblemException(ProblemType.ROUTE_NOT_FOUND, "no route has this path", e);
            case 405 ->
                new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "the header Allow lists the supported methods", e);
            case 406 -> new ProblemException(ProblemType.NOT_ACCEPTABLE, "the response is application/json", e);
            case 413 -> new ProblemException(ProblemType.BODY_TOO_LARGE, "the body is too large", e);
            case 415 -> new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "send application/json", e);
            case 416 ->
                new ProblemException(
                        ProblemType.RANGE_NOT_SATISFIABLE,
                        "the header Content-Range has the length of the resource",
                        e);
            case 417 -> new ProblemException(ProblemType.EXPECTATION_FAILED, "the only expectation is 100-continue", e);
            case 501 -> new ProblemException(ProblemType.NOT_IMPLEMENTED, "the only transfer coding is chunked", e);
            case 505 -> new ProblemException(ProblemType.HTTP_VERSION_NOT_SUPPORTED, "send HTTP/1.1", e);
            case 503 -> new ProblemException(ProblemType.DEADLINE_EXCEEDED, "the response took too long", e);
            default ->
                status.is4xxClientError()
                        ? new InvalidRequest(List.of(new InvalidField("request", "malformed", "cannot be read")))
                        : new ProblemException(ProblemType.INTERNAL_ERROR, "the gateway failed", e);
        };
    }
}
