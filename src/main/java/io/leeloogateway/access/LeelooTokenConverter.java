package io.leeloogateway.access;

import io.leeloogateway.request.IpAddress;
import io.leeloogateway.secrets.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads the key where clients of Leeloo's own API put Leeloo's token: {@code X-Leeloo-AuthToken} or {@code ?authToken=}. */
final class LeelooTokenConverter implements AuthenticationConverter {

    private static final String HEADER = "X-Leeloo-AuthToken";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!LeelooPaths.include(request)) {
            return null;
        }
        return Stream.of(Optional.ofNullable(request.getHeader(HEADER)), inQuery(request))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .findFirst()
                .map(token -> new BearerToken(new Secret(token), IpAddress.of(request)))
                .orElse(null);
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
            return "";
        }
    }
}
