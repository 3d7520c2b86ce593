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

/** Whom a token stands for: {@code jwt:<hash of the issuer>:<azp or sub>}, which no client's id looks like and which names no person. */
record JwtCallerMapper(JwtProperties properties) {

    private static final List<String> KNOWN =
            Arrays.stream(Scope.values()).map(Scope::word).toList();

    /** Fit for logs and tables; whatever else, above all an address with an @, is hashed. */
    private static final String PLAIN = "(?!azp-|sub-)[A-Za-z0-9._:|/-]{1,64}";

    private static final int ISSUER_BYTES = 4;
    private static final int NAME_BYTES = 16;

    Optional<AuthenticatedClient> of(Jwt token) {
        var issuer = token.getClaimAsString("iss");
        var claim = token.hasClaim("azp") ? "azp" : "sub";
        var value = token.getClaimAsString(claim);
        if (issuer == null || value == null || value.isBlank()) {
            return Optional.empty();
        }
        var name = value.matches(PLAIN) ? value : claim + "-" + hash(issuer + '\0' + value, NAME_BYTES);
        var id = "jwt:" + hash(issuer, ISSUER_BYTES) + ":" + name;
        var scopes = scopes(token).stream().filter(this::isTaken).collect(Collectors.toUnmodifiableSet());
        var caller = new Caller(id, name, null, scopes);
        return Optional.of(new AuthenticatedClient(caller, properties.requestsPerMinute(), token.getExpiresAt()));
    }

    private boolean isTaken(String scope) {
        return KNOWN.contains(scope) && (properties.adminAllowed() || !scope.equals(Scope.ADMIN.word()));
    }

    /** {@code scope} is a text with blanks (RFC 8693, 4.2); some issuers write {@code scp}, as a text or a list. */
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
