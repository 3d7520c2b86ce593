package io.leeloogateway.cache.http;

import io.leeloogateway.request.CacheResult;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds Age, Cache-Control and Cache-Status to each response that contains data of Leeloo. */
@RestControllerAdvice
class CacheHeadersAdvice implements ResponseBodyAdvice<Object> {

    static final String CACHE_STATUS = "Cache-Status";

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!MediaType.APPLICATION_PROBLEM_JSON.equals(type) && READS.contains(request.getMethod())) {
            RequestContext.find()
                    .map(RequestContext::cacheResults)
                    .filter(results -> !results.isEmpty())
                    .ifPresent(results -> addHeaders(results, response.getHeaders()));
        }
        return body;
    }

    /** The response is as old as its oldest part and fresh while all parts are fresh. The first part is the requested resource. */
    private static void addHeaders(List<CacheResult> results, HttpHeaders headers) {
        var age =
                results.stream().map(CacheResult::age).max(Duration::compareTo).orElseThrow();
        var timeLeft =
                results.stream().map(CacheResult::ttl).min(Duration::compareTo).orElseThrow();
        var lifetime = age.plus(timeLeft);
        headers.set(HttpHeaders.AGE, String.valueOf(age.toSeconds()));
        headers.set(CACHE_STATUS, results.getFirst().status());
        headers.setCacheControl("private, max-age=" + Math.max(0, lifetime.toSeconds()));
    }
}
