package io.leeloogateway.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/** Refuses long lists before they are checked: validation's time grows with the square of what is wrong (200,000 nulls: minutes). */
@ControllerAdvice
class LongLists extends RequestBodyAdviceAdapter {

    private static final int MOST_ELEMENTS = 1000;
    private static final JsonFactory JSON = new JsonFactory();

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
        check(body);
        return new Read(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private static void check(byte[] body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            while (parser.nextToken() != null) {
                var place = parser.streamReadContext();
                if (place.inArray() && place.getCurrentIndex() >= MOST_ELEMENTS) {
                    throw InvalidRequest.of(name(place), "length", "must have at most 1000 elements");
                }
            }
        } catch (JacksonException _) {
            // malformed: the reader proper says where
        }
    }

    private static String name(TokenStreamContext place) {
        var parent = place.getParent();
        var name = parent == null ? null : parent.currentName();
        return name == null ? "body" : name.substring(0, Math.min(name.length(), 64));
    }

    private record Read(HttpHeaders headers, InputStream body) implements HttpInputMessage {

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
