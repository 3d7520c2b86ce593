package io.leeloogateway.cache.http;

import io.leeloogateway.cache.AnswerReader;
import io.leeloogateway.cache.store.AnswerKey;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Answers a read with the bytes of an earlier answer to an equal request, after all checks of the request and in place of its route. */
@Component
class RenderedAnswerInterceptor implements HandlerInterceptor {

    private final AnswerReader answers;

    RenderedAnswerInterceptor(AnswerReader answers) {
        this.answers = answers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var answer = key(request).flatMap(answers::find);
        if (answer.isPresent()) {
            answers.count(answer.get());
            AnswerWriter.write(request, response, answer.get());
        }
        return answer.isEmpty();
    }

    /** Empty for a change, for the gateway's own data, for a query with the caller's key, and for a read with cache directives, which ask for more than a fresh entry. */
    static Optional<AnswerKey> key(HttpServletRequest request) {
        var context = RequestContext.current();
        var isPlainRead = context.route()
                .filter(route -> route.kind() == Route.Kind.READ
                        && (route.dialect() == Dialect.GATEWAY || !hasKey(request.getQueryString()))
                        && route.successStatus() == HttpServletResponse.SC_OK)
                .isPresent();
        return isPlainRead && RequestCacheControl.current().equals(RequestCacheControl.NONE)
                ? context.caller().map(caller -> AnswerKey.of(request, caller))
                : Optional.empty();
    }

    /** In Leeloo's own API, the key may be in the query. */
    private static boolean hasKey(@Nullable String query) {
        return query != null && query.toLowerCase(Locale.ROOT).contains("authtoken");
    }
}
