package io.leeloogateway.problem.input;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * The input that a route takes, read once from its annotations.
 *
 * @param parameters the types of the query parameters by name
 * @param parameterRecords the records that bind some of them
 * @param elementLimits the largest number of values of each repeatable parameter of the records
 * @param formats the declared formats of the response; none if it is JSON
 * @param isVoid whether the response has no body
 * @param takesBody whether the route takes a body
 */
record RouteInput(
        Map<String, Class<?>> parameters,
        List<? extends Class<?>> parameterRecords,
        Map<String, Integer> elementLimits,
        List<MediaType> formats,
        boolean isVoid,
        boolean takesBody) {

    static RouteInput of(HandlerMethod method) {
        return new RouteInput(
                QueryParameters.of(method),
                QueryParameters.recordsOf(method),
                QueryParameters.elementLimits(method),
                formats(method),
                method.isVoid(),
                takesBody(method));
    }

    /** A route with other formats than JSON declares them in its mapping. */
    private static List<MediaType> formats(HandlerMethod method) {
        var merged = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return merged == null ? List.of() : MediaType.parseMediaTypes(List.of(merged.produces()));
    }

    private static boolean takesBody(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }
}
