package io.leeloogateway.problem;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.header.HeaderWriter;
import tools.jackson.databind.json.JsonMapper;

/** Replaces Tomcat's HTML error page for requests that reach no filter: an encoded slash, a malformed header. */
final class ProblemErrorReportValve extends ErrorReportValve {

    private final JsonMapper json;
    private final HeaderWriter headers;

    ProblemErrorReportValve(JsonMapper json, HeaderWriter headers) {
        this.json = json;
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var context = new RequestContext(
                RequestId.of(request.getHeader(RequestId.HEADER), UUID::randomUUID), Deadline.after(Duration.ZERO));
        response.setHeader(RequestId.HEADER, context.id());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.writeHeaders(request, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        context.run(() -> write(request, response));
    }

    private boolean write(Request request, Response response) {
        var failure = new IllegalStateException("Tomcat responded with " + response.getStatus());
        var problem = MvcExceptionMapper.map(failure, HttpStatusCode.valueOf(status(request, response)));
        response.setStatus(problem.type().status().value());
        try {
            response.getOutputStream()
                    .write(json.writeValueAsBytes(Problem.of(problem.type(), problem.detail(), problem.errors())));
            response.finishResponse();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tomcat responds to CONNECT with 501; to every other unknown method the firewall responds with 400. */
    private static int status(Request request, Response response) {
        return "CONNECT".equals(request.getMethod()) ? 400 : response.getStatus();
    }
}
