package io.leeloogateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The HTTP methods that change nothing (RFC 9110, section 9.2.1). */
public final class SafeMethods {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private SafeMethods() {}

    public static boolean include(HttpServletRequest request) {
        return METHODS.contains(request.getMethod());
    }
}
