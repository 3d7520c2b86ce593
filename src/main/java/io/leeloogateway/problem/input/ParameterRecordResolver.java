package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Binds the parameter records of routes. Spring scans the annotations of the record's constructor at every request, which took 16 % of a cached
 * read; so Spring binds only values with errors, which it reports, and values in an unusual form.
 */
@Component
public class ParameterRecordResolver implements HandlerMethodArgumentResolver {

    private final Map<Class<?>, ParameterRecord> records = new ConcurrentHashMap<>();
    private final HandlerMethodArgumentResolver spring = new ServletModelAttributeMethodProcessor(true);
    private final SmartValidator validator;

    ParameterRecordResolver(SmartValidator validator) {
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class)
                && parameter.getParameterType().isRecord();
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        var bound = bind(parameter.getParameterType(), request);
        return bound.isPresent() ? bound.get() : spring.resolveArgument(parameter, container, request, binders);
    }

    private Optional<Object> bind(Class<?> type, NativeWebRequest request) {
        return Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
                .flatMap(records.computeIfAbsent(type, ParameterRecord::new)::bind)
                .filter(this::isValid);
    }

    private boolean isValid(Object form) {
        var result = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, result);
        return !result.hasErrors();
    }
}
