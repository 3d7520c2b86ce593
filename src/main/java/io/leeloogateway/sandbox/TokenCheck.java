package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.QueryString;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the token of the company. Like Leeloo, it accepts surrounding blanks and a token in the query. */
final class TokenCheck {

    private static final String HEADER = "X-Leeloo-AuthToken";
    private static final String PARAMETER = "authToken";

    private final byte[] token;

    TokenCheck(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    void check(HttpServletRequest request) {
        var presented = token(request);
        if (presented == null || presented.isBlank()) {
            throw LeelooError.format(PARAMETER, "REQUIRED");
        }
        if (!MessageDigest.isEqual(token, presented.strip().getBytes(StandardCharsets.UTF_8))) {
            throw LeelooError.format(PARAMETER, "NOT_VALID");
        }
    }

    private static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        return header != null
                ? header
                : QueryString.of(request).getOrDefault(PARAMETER, List.of("")).getFirst();
    }
}
