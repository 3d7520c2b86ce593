package io.leeloogateway.problem;

import io.leeloogateway.problem.input.UnreadableBodyMapper;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UnknownCursor;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The last catch: every failure of a route leaves as a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException e, HttpServletRequest request) {
        if (e.type().status().is5xxServerError()) {
            log.warn("answered {}: {}", e.type().slug(), e.detail());
        }
        return ProblemResponses.answer(e, request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> onDatabaseFailure(Exception e, HttpServletRequest request) {
        if (!DatabaseFailureClassifier.isCauseOf(e)) {
            return onAnythingElse(e, request);
        }
        log.warn(
                "the database does not answer: {}",
                NestedExceptionUtils.getMostSpecificCause(e).toString());
        RequestContext.find().ifPresent(context -> markUnsure(context, request));
        return ProblemResponses.answer(ProblemType.DATABASE_UNAVAILABLE, "the database does not answer", request);
    }

    /** What was being written when the database went away may be there or not. */
    private static void markUnsure(RequestContext context, HttpServletRequest request) {
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads && context.outcome().isEmpty()) {
            context.setOutcome(Outcome.UNKNOWN);
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnknownCursor(UnknownCursor e, HttpServletRequest request) {
        return ProblemResponses.answer(
                InvalidRequest.of("cursor", "format", "must be a nextCursor of this list"), request);
    }

    /** Tomcat reads the query late and quotes it when it cannot. */
    @ExceptionHandler
    ResponseEntity<Object> onMalformedQuery(InvalidParameterException e, HttpServletRequest request) {
        return ProblemResponses.answer(InvalidRequest.of("query", "malformed", "is not well encoded"), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> onAnythingElse(Exception e, HttpServletRequest request) {
        log.error("a request failed unexpectedly", e);
        return ProblemResponses.answer(
                ProblemType.INTERNAL_ERROR, "the gateway failed; its log knows why under this request id", request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.answer(
                new InvalidRequest(InvalidFields.of(e.getBindingResult())), servletRequest(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.answer(new InvalidRequest(InvalidFields.of(e)), servletRequest(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.answer(UnreadableBodyMapper.explain(e), servletRequest(request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = ProblemResponses.answer(MvcExceptionMapper.explain(e, status), servletRequest(request));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private static HttpServletRequest servletRequest(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
