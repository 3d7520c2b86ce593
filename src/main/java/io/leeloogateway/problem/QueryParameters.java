package io.leeloogateway.problem;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that a route's method declares: one by one, or as the components of a record. */
final class QueryParameters {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private QueryParameters() {}

    static Set<String> of(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(QueryParameters::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null) {
            parameter.initParameterNameDiscovery(NAMES);
            return Stream.of(Optional.of(annotation.name())
                    .filter(name -> !name.isEmpty())
                    .orElse(String.valueOf(parameter.getParameterName())));
        }
        if (!parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Stream.empty();
        }
        return Arrays.stream(parameter.getParameterType().getRecordComponents()).map(RecordComponent::getName);
    }
}
