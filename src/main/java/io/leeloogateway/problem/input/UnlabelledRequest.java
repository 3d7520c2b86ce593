package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request without a body, whose Content-Type and Content-Encoding have no meaning. */
final class UnlabelledRequest extends HttpServletRequestWrapper {

    UnlabelledRequest(HttpServletRequest request) {
        super(request);
    }

    static boolean hasLabels(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_TYPE) != null
                || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isLabel(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isLabel(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isLabel(name))
                .toList());
    }

    private static boolean isLabel(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) || name.equalsIgnoreCase(HttpHeaders.CONTENT_ENCODING);
    }
}
