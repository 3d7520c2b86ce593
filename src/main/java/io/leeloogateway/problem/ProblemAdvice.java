package io.leeloogateway.problem;

import io.leeloogateway.problem.input.UnreadableBodyMapper;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UnknownCursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
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
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Maps every exception of a route to a problem response. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> onProblem(ProblemException e) {
        if (e.type().status().is5xxServerError()) {
            log.warn("responded with {}: {}", e.type().slug(), e.detail());
        }
        return ProblemResponses.response(e);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Object> onDatabaseFailure(Exception e, HttpServletRequest request) {
        if (!DatabaseFailureClassifier.isCauseOf(e)) {
            return onUnexpectedFailure(e);
        }
        log.warn(
                "the database does not respond: {}",
                NestedExceptionUtils.getMostSpecificCause(e).toString());
        RequestContext.find().ifPresent(context -> markOutcomeUnknown(context, request));
        return ProblemResponses.response(ProblemType.DATABASE_UNAVAILABLE, "the database does not respond");
    }

    /** A write may or may not have been committed when the database failed. */
    private static void markOutcomeUnknown(RequestContext context, HttpServletRequest request) {
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads && context.outcome().isEmpty()) {
            context.setOutcome(Outcome.UNKNOWN);
        }
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnknownCursor(UnknownCursor e) {
        return ProblemResponses.response(InvalidRequest.of("cursor", "format", "must be a nextCursor of this list"));
    }

    /** Tomcat parses the query late and quotes the invalid part in its message. */
    @ExceptionHandler
    ResponseEntity<Object> onMalformedQuery(InvalidParameterException e) {
        return ProblemResponses.response(InvalidRequest.of("query", "malformed", "is not correctly encoded"));
    }

    /** The caller left, or read so slowly that its connection was closed. Nothing more can be sent. */
    @ExceptionHandler({ClientAbortException.class, ConnectionLost.class})
    void onClosedConnection(Exception e, HttpServletResponse response) {
        log.debug("the connection closed during a response with status {}", response.getStatus(), e);
    }

    @ExceptionHandler
    ResponseEntity<Object> onUnexpectedFailure(Exception e) {
        log.error("a request failed unexpectedly", e);
        return ProblemResponses.response(
                ProblemType.INTERNAL_ERROR, "the gateway failed; its log has the cause under this request id");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.response(new InvalidRequest(InvalidFields.of(e.getBindingResult())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.response(new InvalidRequest(InvalidFields.of(e)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.response(UnreadableBodyMapper.map(e));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var response = ProblemResponses.response(MvcExceptionMapper.map(e, status));
        return ResponseEntity.status(response.getStatusCode())
                .headers(headers)
                .headers(response.getHeaders())
                .body(response.getBody());
    }
}
