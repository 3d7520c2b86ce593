package io.leeloogateway.problem.input;

import io.leeloogateway.problem.CredentialLeakGuard;
import io.leeloogateway.problem.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Checks a body before it is deserialized. Rejects API keys, which a message would show to a customer, and long arrays: the duration of Bean
 * Validation is quadratic in the number of violations (200,000 nulls take minutes).
 */
@ControllerAdvice
class RequestBodyGuard extends RequestBodyAdviceAdapter {

    private static final int MAX_ELEMENTS = 1000;
    private static final String BODY = "body";
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
        return new BufferedMessage(message.getHeaders(), new ByteArrayInputStream(body));
    }

    private static void check(byte[] body) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING) {
                    CredentialLeakGuard.check(BODY, parser.getString());
                }
                var position = parser.streamReadContext();
                if (position.inArray() && position.getCurrentIndex() >= MAX_ELEMENTS) {
                    throw InvalidRequest.of(name(position), "length", "must have at most 1000 elements");
                }
            }
        } catch (JacksonException _) {
            // The message converter reports malformed JSON later.
            CredentialLeakGuard.check(BODY, new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    private static String name(TokenStreamContext position) {
        var parent = position.getParent();
        var name = parent == null ? null : parent.currentName();
        return name == null ? BODY : name.substring(0, Math.min(name.length(), 64));
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
