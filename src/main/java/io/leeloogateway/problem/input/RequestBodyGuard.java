package io.leeloogateway.problem.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Checks a body before it is deserialized, and the rows of a bulk form before Spring validates all of them. */
@ControllerAdvice
class RequestBodyGuard extends RequestBodyAdviceAdapter {

    private final BodyChecker checker;
    private final InvalidRows invalidRows;

    RequestBodyGuard(BodyChecker checker, InvalidRows invalidRows) {
        this.checker = checker;
        this.invalidRows = invalidRows;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var body = message.getBody().readAllBytes();
        BodyScanner.scan(body);
        checker.check(body, target, nulls(parameter));
        return new BufferedMessage(message.getHeaders(), new ByteArrayInputStream(body));
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return invalidRows.cut(body);
    }

    private static NullMeaning nulls(MethodParameter parameter) {
        return parameter.hasMethodAnnotation(PatchMapping.class) ? NullMeaning.NONE : NullMeaning.ABSENT;
    }

    private record BufferedMessage(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
