package io.leeloogateway.problem.input;

import io.leeloogateway.problem.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Rejects requests in Leeloo's own words with headers that the gateway would have to ignore. Leeloo decides about the content. */
@Component
public class VerbatimRequestInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        PreconditionUnsupported.check(request);
        UnsupportedContentCoding.check(request);
        var errors = HeaderValues.invalidIn(request);
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return true;
    }
}
