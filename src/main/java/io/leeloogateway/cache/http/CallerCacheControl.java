package io.leeloogateway.cache.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

/** What the caller of the request that this thread serves says of copies. */
@Component
public class CallerCacheControl {

    private final HttpServletRequest request;

    CallerCacheControl(HttpServletRequest request) {
        this.request = request;
    }

    /** Nothing where there is no caller, and where the request is no read. */
    public RequestCacheControl current() {
        if (RequestContextHolder.getRequestAttributes() == null
                || !request.getMethod().matches("GET|HEAD")) {
            return RequestCacheControl.NONE;
        }
        return RequestCacheControl.parse(
                String.join(", ", Collections.list(request.getHeaders(HttpHeaders.CACHE_CONTROL))));
    }
}
