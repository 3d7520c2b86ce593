package io.leeloogateway.problem.input;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Finds the query parameters of a handler method: single parameters and components of parameter records. */
final class QueryParameters {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private QueryParameters() {}

    /** The types by parameter name. Only a parameter of type list may repeat. */
    static Map<String, Class<?>> of(HandlerMethod method) {
        var parameters = new HashMap<String, Class<?>>();
        for (var parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                parameters.put(name(parameter), parameter.getParameterType());
            }
        }
        for (var type : recordsOf(method)) {
            for (var component : type.getRecordComponents()) {
                parameters.put(component.getName(), component.getType());
            }
        }
        return Map.copyOf(parameters);
    }

    /** The largest number of values by parameter name, for the repeatable parameters of the records. */
    static Map<String, Integer> elementLimits(HandlerMethod method) {
        return recordsOf(method).stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType() == List.class)
                .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, ElementLimit::of));
    }

    /** The types of the parameter records. */
    static List<? extends Class<?>> recordsOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(ParameterObject.class))
                .map(MethodParameter::getParameterType)
                .toList();
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(NAMES);
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(RequestParam::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> String.valueOf(parameter.getParameterName()));
    }
}
