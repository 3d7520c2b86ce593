package io.leeloogateway.access;

import io.leeloogateway.request.RequestContext;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks the caller again when the whole body has come, which may take ten seconds. */
@ControllerAdvice
class BodyRecheckAdvice extends RequestBodyAdviceAdapter {

    private final CallerRecheck caller;

    BodyRecheckAdvice(CallerRecheck caller) {
        this.caller = caller;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        // Spring Boot's management port uses this advice, too, but none of the gateway's filters.
        RequestContext.find().ifPresent(_ -> caller.requireAllowed());
        return body;
    }
}
