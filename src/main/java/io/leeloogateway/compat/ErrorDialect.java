package io.leeloogateway.compat;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.Problem;
import io.leeloogateway.problem.ProblemFormat;
import io.leeloogateway.problem.ProblemType;
import jakarta.servlet.RequestDispatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Writes the gateway's own problems like Leeloo's errors, with a request id beside them. The HTTP status stays. */
@RestControllerAdvice
class ErrorDialect implements ResponseBodyAdvice<Object>, ProblemFormat {

    private static final String PATHS = "/leeloo/";

    private static final Map<String, String> CODES = Map.of(
            ProblemType.INVALID_REQUEST.slug(), "FORMAT_ERROR",
            ProblemType.UNAUTHENTICATED.slug(), "FORMAT_ERROR",
            ProblemType.MISSING_SCOPE.slug(), "PERMISSION_DENIED",
            ProblemType.ROUTE_NOT_FOUND.slug(), "NOT_FOUND");

    private static final Map<String, String> TOKEN_REQUIRED = Map.of("authToken", "REQUIRED");

    /** An error in Leeloo's words. */
    private record Failure(
            int status, Fault error, @Nullable String requestId, String detail) {

        /** The code, and a code for each field. */
        private record Fault(String code, Map<String, String> fields) {}
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Problem problem && includes(path(request)))) {
            return body;
        }
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return format(problem);
    }

    /** The container dispatches some failures to {@code /error}. */
    private static String path(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                        && servlet.getServletRequest().getAttribute(RequestDispatcher.ERROR_REQUEST_URI)
                                instanceof String failed
                ? failed
                : request.getURI().getRawPath();
    }

    @Override
    public boolean includes(String path) {
        return path.startsWith(PATHS);
    }

    @Override
    public Object format(Problem problem) {
        var slug = problem.type().getPath().substring(problem.type().getPath().lastIndexOf('/') + 1);
        return new Failure(
                0, new Failure.Fault(code(slug), fields(slug, problem)), problem.requestId(), problem.detail());
    }

    private static String code(String slug) {
        return CODES.getOrDefault(slug, slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Map<String, String> fields(String slug, Problem problem) {
        if (slug.equals(ProblemType.UNAUTHENTICATED.slug())) {
            return TOKEN_REQUIRED;
        }
        var fields = new LinkedHashMap<String, String>();
        Objects.requireNonNullElse(problem.errors(), List.<InvalidField>of())
                .forEach(error -> fields.put(error.field(), code(error.code())));
        return fields;
    }
}
