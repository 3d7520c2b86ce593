package io.leeloogateway.access.jwt;

import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.Scope;
import io.leeloogateway.request.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jwt.Jwt;

/** Maps a token to its client, {@code jwt:<hash of the issuer>:azp:<azp>} or {@code …:sub:<sub>}. Such an id never equals a stored client id and contains no personal data. */
record JwtCallerMapper(JwtProperties properties) {

    private static final List<String> KNOWN_SCOPES =
            Arrays.stream(Scope.values()).map(Scope::value).toList();

    /** Safe for logs and tables; any other value, such as an e-mail address, is hashed. */
    private static final String SAFE_NAME = "[A-Za-z0-9._:|/-]{1,64}";

    private static final int ISSUER_BYTES = 4;
    private static final int NAME_BYTES = 16;

    Optional<AuthenticatedClient> map(Jwt token) {
        var issuer = token.getClaimAsString("iss");
        var claim = token.hasClaim("azp") ? "azp" : "sub";
        var value = token.getClaimAsString(claim);
        if (issuer == null || value == null || value.isBlank()) {
            return Optional.empty();
        }
        var isSafe = value.matches(SAFE_NAME);
        var suffix = isSafe ? ":" + value : "-" + hash(issuer + '\0' + value, NAME_BYTES);
        var name = isSafe ? value : claim + suffix;
        var id = "jwt:" + hash(issuer, ISSUER_BYTES) + ":" + claim + suffix;
        var scopes = scopes(token).stream().filter(this::isAccepted).collect(Collectors.toUnmodifiableSet());
        var caller = new Caller(id, name, null, scopes);
        return Optional.of(new AuthenticatedClient(caller, properties.requestsPerMinute(), token.getExpiresAt()));
    }

    private boolean isAccepted(String scope) {
        return KNOWN_SCOPES.contains(scope) && (properties.adminAllowed() || !scope.equals(Scope.ADMIN.value()));
    }

    /** {@code scope} is separated by blanks (RFC 8693, 4.2); some issuers use {@code scp}, as text or list. */
    private static Collection<String> scopes(Jwt token) {
        var claim = token.hasClaim("scope") ? token.getClaim("scope") : token.getClaim("scp");
        return switch (claim) {
            case String text -> List.of(text.split(" "));
            case Collection<?> list -> list.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    private static String hash(String text, int bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
