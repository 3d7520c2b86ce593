package io.leeloogateway.cache.http;

import io.leeloogateway.cache.AnswerSources;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.cache.store.RenderedAnswer;
import io.leeloogateway.cache.store.RenderedAnswer.Source;
import io.leeloogateway.problem.ConnectionLost;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders each response that contains data of Leeloo once: with Age, Cache-Control, Cache-Status and ETag, as a 304 if the caller has it, and
 * keeps it for equal requests. The last advice, so that others see the body.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class CacheHeadersAdvice implements ResponseBodyAdvice<Object> {

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final JsonMapper json;
    private final LocalCache cache;

    CacheHeadersAdvice(JsonMapper json, LocalCache cache) {
        this.json = json;
        this.cache = cache;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType)
                || ByteArrayHttpMessageConverter.class.isAssignableFrom(converterType);
    }

    /** Returns null in place of a body that is written already. */
    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var context = RequestContext.find();
        if (body == null
                || MediaType.APPLICATION_PROBLEM_JSON.equals(type)
                || !READS.contains(request.getMethod())
                || context.isEmpty()
                || context.get().cacheResults().isEmpty()) {
            return body;
        }
        try {
            write(bytes(body), (ServletServerHttpRequest) request, (ServletServerHttpResponse) response);
            return null;
        } catch (IOException e) {
            throw new ConnectionLost(e);
        }
    }

    /** Bytes are Leeloo's own JSON. */
    private byte[] bytes(Object body) {
        return body instanceof byte[] own ? own : json.writeValueAsBytes(body);
    }

    private void write(byte[] body, ServletServerHttpRequest request, ServletServerHttpResponse response)
            throws IOException {
        var parts = RequestContext.current().cacheResults();
        var etag = AnswerWriter.etag(body);
        AnswerSources.current()
                .filter(sources -> sources.size() == parts.size())
                .ifPresent(sources -> keep(request.getServletRequest(), body, etag, sources));
        var isWritten = AnswerWriter.writeHeaders(
                request.getServletRequest(), response.getServletResponse(), parts, etag, body.length);
        var output = response.getBody();
        if (isWritten) {
            output.write(body);
        }
    }

    private void keep(HttpServletRequest request, byte[] body, String etag, List<Source> sources) {
        var subjectIds = RequestContext.current().audit().subjectIds();
        RenderedAnswerInterceptor.key(request)
                .ifPresent(key -> cache.keep(
                        key, new RenderedAnswer(body, etag, sources, subjectIds, RememberedRoute.of(request))));
    }
}
