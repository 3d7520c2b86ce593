package io.leeloogateway.audit.capture;

import io.leeloogateway.request.RequestContext;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Collects the names of the fields in a request body; values are never recorded. */
@ControllerAdvice
class BodyFieldAdvice extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        RequestContext.find().ifPresent(context -> context.audit().setBodyFields(fields(body)));
        return body;
    }

    /** The body may be the JSON value {@code null}, which is rejected later. */
    private static List<String> fields(@Nullable Object form) {
        return form == null
                ? List.of()
                : Arrays.stream(form.getClass().getRecordComponents())
                        .filter(component -> isGiven(component, form))
                        .map(RecordComponent::getName)
                        .toList();
    }

    private static boolean isGiven(RecordComponent component, Object form) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        return ReflectionUtils.invokeMethod(accessor, form) != null;
    }
}
