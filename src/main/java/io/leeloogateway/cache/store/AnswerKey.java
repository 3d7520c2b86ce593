package io.leeloogateway.cache.store;

import io.leeloogateway.request.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;

/**
 * The key of a rendered answer: equal requests of callers who may see the same parts.
 *
 * @param path path of the request, with its ids
 * @param query query of the request, not decoded
 * @param scopes scopes of the caller, which decide about the parts of the answer
 */
public record AnswerKey(String path, String query, Set<String> scopes) {

    public static AnswerKey of(HttpServletRequest request, Caller caller) {
        return new AnswerKey(
                request.getRequestURI(), Objects.requireNonNullElse(request.getQueryString(), ""), caller.scopes());
    }

    int size() {
        return 2 * (path.length() + query.length());
    }
}
