package io.leeloogateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The paths whose clients speak Leeloo's own API. */
final class LeelooPaths {

    static final String PATTERN = "/leeloo/**";

    private static final String PREFIX = "/leeloo/";
    private static final Pattern TOKEN = Pattern.compile("(?i)authToken=.*");

    private LeelooPaths() {}

    static boolean include(HttpServletRequest request) {
        return request.getServletPath().startsWith(PREFIX);
    }

    /** Whether a parameter of a query, not decoded, is the client's key. */
    static boolean isToken(String parameter) {
        return TOKEN.matcher(parameter).matches();
    }
}
