package io.leeloogateway.access;

import io.leeloogateway.request.IpAddress;
import io.leeloogateway.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Reads {@code Authorization: Bearer …}; the scheme is case-insensitive (RFC 9110, 11.1). A second header is rejected, because a proxy might take
 * the other one. Only spaces may precede the key (RFC 6750, 2.1): a key with many spellings would have the limits of many keys at a proxy.
 */
final class BearerTokenConverter implements AuthenticationConverter {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() > 1) {
            throw new RequestRejectedException("the header Authorization is repeated");
        }
        var header = headers.isEmpty() ? "" : headers.getFirst();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return new BearerToken(new Secret(withoutSpaces(header.substring(SCHEME.length()))), IpAddress.of(request));
    }

    private static String withoutSpaces(String text) {
        var start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start);
    }
}
