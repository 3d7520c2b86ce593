package io.leeloogateway.problem;

import io.leeloogateway.request.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Refuses what a route does not know: a misspelt filter must not list everybody. */
@Component
class StrictRequests implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        checkBody(request);
        var errors = new ArrayList<InvalidField>();
        checkDeadline(request, errors);
        checkParameters(request, known.computeIfAbsent(method.getMethod(), _ -> QueryParameters.of(method)), errors);
        checkPath(request, errors);
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return true;
    }

    /** A form would come in as query parameters, and a body over the limit need not be read to be refused. */
    private static void checkBody(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/")) {
            throw new HttpMediaTypeNotSupportedException("a form is not JSON");
        }
        if (request.getContentLengthLong() > BodyTooLarge.MAX_BYTES) {
            throw new BodyTooLarge();
        }
    }

    private static void checkDeadline(HttpServletRequest request, List<InvalidField> errors) {
        var timeout = request.getHeader(Deadline.HEADER);
        if (timeout != null && Deadline.parse(timeout).isEmpty()) {
            errors.add(new InvalidField(Deadline.HEADER, "range", "must be more than 0 and at most 30 seconds"));
        }
    }

    private static void checkParameters(HttpServletRequest request, Set<String> known, List<InvalidField> errors) {
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                errors.add(new InvalidField(shown(name), "unknown", "is not a parameter of this route"));
            } else if (List.of(values).stream().anyMatch(StrictRequests::hasNul)) {
                errors.add(new InvalidField(name, "format", "must not contain NUL"));
            }
        });
    }

    private static void checkPath(HttpServletRequest request, List<InvalidField> errors) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (hasNul(String.valueOf(value))) {
                    errors.add(new InvalidField(String.valueOf(name), "format", "must not contain NUL"));
                }
            });
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** A name comes from the caller: shown short and plain. */
    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), 64)).replaceAll("\\p{Cntrl}", "?");
    }
}
