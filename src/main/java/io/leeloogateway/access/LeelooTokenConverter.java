package io.leeloogateway.access;

import io.leeloogateway.request.IpAddress;
import io.leeloogateway.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Reads the key where clients of Leeloo's own API put Leeloo's token: {@code X-Leeloo-AuthToken} or {@code ?authToken=}. As with
 * {@link BearerTokenConverter}, each key has one spelling.
 */
final class LeelooTokenConverter implements AuthenticationConverter {

    private static final String HEADER = "X-Leeloo-AuthToken";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!LeelooPaths.include(request)) {
            return null;
        }
        return Stream.of(inHeader(request), inQuery(request))
                .flatMap(Optional::stream)
                .findFirst()
                .map(token -> new BearerToken(new Secret(token), IpAddress.of(request)))
                .orElse(null);
    }

    private static Optional<String> inHeader(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HEADER));
        if (headers.size() > 1) {
            throw new RequestRejectedException("the header " + HEADER + " is repeated");
        }
        return headers.stream().findFirst();
    }

    /** Not by the parameters of the request, which would read a form. */
    private static Optional<String> inQuery(HttpServletRequest request) {
        return Stream.ofNullable(request.getQueryString())
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(LeelooPaths::isToken)
                .map(parameter -> decoded(parameter.substring(parameter.indexOf('=') + 1)))
                .findFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
