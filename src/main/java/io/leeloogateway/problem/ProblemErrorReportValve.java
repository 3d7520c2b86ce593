package io.leeloogateway.problem;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.http.parser.Host;
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
    private final List<ProblemFormat> formats;

    ProblemErrorReportValve(JsonMapper json, HeaderWriter headers, List<ProblemFormat> formats) {
        this.json = json;
        this.headers = headers;
        this.formats = List.copyOf(formats);
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
        context.run(() -> write(request, response));
    }

    private boolean write(Request request, Response response) {
        var problem = problem(request, status(request, response));
        response.setStatus(problem.type().status().value());
        var body = body(request, response, Problem.of(problem.type(), problem.detail(), problem.errors()));
        try {
            response.getOutputStream().write(json.writeValueAsBytes(body));
            response.finishResponse();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object body(Request request, Response response, Problem problem) {
        var path = Objects.requireNonNullElse(request.getRequestURI(), "");
        for (var format : formats) {
            if (format.includes(path)) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                return format.format(problem);
            }
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        return problem;
    }

    /** Tomcat does not tell the reason of a 400, but most often it is a host name with an underscore, as container names have. */
    private static ProblemException problem(Request request, int status) {
        if (status == 400 && !hasValidHost(request)) {
            return InvalidRequest.of(
                    HttpHeaders.HOST,
                    "format",
                    "must be one host name of letters, digits, hyphens and dots: no underscores");
        }
        var failure = new IllegalStateException("Tomcat responded with " + status);
        return MvcExceptionMapper.map(failure, HttpStatusCode.valueOf(status));
    }

    private static boolean hasValidHost(Request request) {
        var hosts = Collections.list(request.getHeaders(HttpHeaders.HOST));
        try {
            hosts.forEach(Host::parse);
            return hosts.size() == 1;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Tomcat responds to CONNECT with 501; to every other unknown method the firewall responds with 400. */
    private static int status(Request request, Response response) {
        return "CONNECT".equals(request.getMethod()) ? 400 : response.getStatus();
    }
}
