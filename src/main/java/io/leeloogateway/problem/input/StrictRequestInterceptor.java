package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Rejects unknown parameters and invalid media types, because a misspelt filter must not list every person. */
@Component
public class StrictRequestInterceptor implements HandlerInterceptor {

    private final Map<Method, RouteInput> routes = new ConcurrentHashMap<>();
    private final ParameterRecordErrors recordErrors;

    StrictRequestInterceptor(ParameterRecordErrors recordErrors) {
        this.recordErrors = recordErrors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException, HttpMediaTypeNotAcceptableException, IOException {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        var route = routes.computeIfAbsent(method.getMethod(), _ -> RouteInput.of(method));
        MediaTypeInterceptor.check(request, route);
        PreconditionUnsupported.check(request);
        IdempotencyKeyUnsupported.check(request, method);
        checkSize(request);
        var errors = HeaderValues.invalidIn(request);
        checkParameters(request, route, errors);
        checkPath(request, errors);
        if (!errors.isEmpty()) {
            route.parameterRecords().forEach(type -> addUnnamed(type, request, errors));
            throw new InvalidRequest(errors);
        }
        return true;
    }

    /** A declared size over the limit is rejected before the body is read. */
    private static void checkSize(HttpServletRequest request) {
        BodySize.of(request).check(request.getContentLengthLong());
    }

    private static void checkParameters(HttpServletRequest request, RouteInput route, List<InvalidField> errors) {
        var parameters = route.parameters();
        request.getParameterMap().forEach((name, values) -> {
            var limit = route.elementLimits().getOrDefault(name, Integer.MAX_VALUE);
            if (!parameters.containsKey(name)) {
                errors.add(new InvalidField(FieldPath.sanitized(name), "unknown", "is not a parameter of this route"));
            } else if (values.length > 1 && parameters.get(name) != List.class) {
                errors.add(new InvalidField(name, "repeated", "must be given once"));
            } else if (values.length > limit) {
                errors.add(new InvalidField(name, "length", ElementLimit.detail(limit)));
            } else if (isEmptyValue(parameters.get(name), values[0])) {
                errors.add(new InvalidField(name, "required", "must not be empty"));
            } else if (!Arrays.stream(values).allMatch(PlainText::isValid)) {
                errors.add(new InvalidField(name, "format", "must not contain NUL"));
            }
        });
    }

    /** A field with an error has a reason already. */
    private void addUnnamed(Class<?> type, HttpServletRequest request, List<InvalidField> errors) {
        if (errors.size() >= InvalidRequest.MAX_ERRORS) {
            return;
        }
        var named = errors.stream().map(InvalidField::field).collect(Collectors.toSet());
        recordErrors.of(type, new ParameterSelection(request, named)).stream()
                .filter(error -> !named.contains(parameter(error)))
                .forEach(errors::add);
    }

    /** The parameter without the index of an element. */
    private static String parameter(InvalidField error) {
        var index = error.field().indexOf('[');
        return index < 0 ? error.field() : error.field().substring(0, index);
    }

    /** Spring binds an empty number, instant or constant like an absent one. Texts and lists have checks of their own. */
    private static boolean isEmptyValue(@Nullable Class<?> type, String value) {
        return value.isBlank() && type != String.class && type != List.class;
    }

    private static void checkPath(HttpServletRequest request, List<InvalidField> errors) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> {
                if (!PlainText.isValid(String.valueOf(value))) {
                    errors.add(new InvalidField(String.valueOf(name), "format", "must not contain NUL"));
                }
            });
        }
    }
}
