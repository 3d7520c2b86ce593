package io.leeloogateway.cache.http;

import io.leeloogateway.access.RepeatedAdmission;
import io.leeloogateway.cache.AnswerReader;
import io.leeloogateway.cache.store.AnswerKey;
import io.leeloogateway.cache.store.RenderedAnswer;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Answers a plain read with the bytes of an earlier answer to an equal request, after authentication and before routing: the earlier request
 * has passed all checks of its path, its query and its scopes. {@link RenderedAnswerInterceptor} answers reads with other headers.
 */
@Component
@Order(RenderedAnswerFilter.AFTER_AUTHENTICATION)
class RenderedAnswerFilter extends HttpFilter {

    static final int AFTER_AUTHENTICATION = -50;

    private static final long serialVersionUID = 1;

    private final transient AnswerReader answers;
    private final transient RepeatedAdmission admission;

    RenderedAnswerFilter(AnswerReader answers, RepeatedAdmission admission) {
        this.answers = answers;
        this.admission = admission;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var answer = find(request);
        if (answer.isPresent()
                && admission.tryAdmit(request, answer.get().address().route())) {
            RememberedRoute.apply(answer.get().address(), request);
            answers.count(answer.get());
            AnswerWriter.write(request, response, answer.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<RenderedAnswer> find(HttpServletRequest request) {
        return RequestContext.current()
                .caller()
                .filter(_ -> PlainRead.is(request))
                .map(caller -> AnswerKey.of(request, caller))
                .flatMap(answers::find);
    }
}
