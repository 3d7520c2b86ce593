package io.leeloogateway.access;

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
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whom a token stands for: {@code jwt:<hash of the issuer>:<azp or sub>}, which no client's id looks like. */
record JwtCallers(JwtProperties properties) {

    private static final List<String> KNOWN =
            Arrays.stream(Scope.values()).map(Scope::word).toList();
    private static final String FORM = "[A-Za-z0-9._:@|/-]{1,200}";

    Optional<Pass> of(Jwt token) {
        var issuer = token.getClaimAsString("iss");
        var subject = subject(token);
        if (issuer == null || subject == null || !subject.matches(FORM)) {
            return Optional.empty();
        }
        var id = "jwt:" + hash(issuer) + ":" + subject;
        var scopes = scopes(token).stream().filter(this::isTaken).collect(Collectors.toUnmodifiableSet());
        var caller = new Caller(id, subject, null, scopes);
        return Optional.of(new Pass(caller, properties.requestsPerMinute(), token.getExpiresAt()));
    }

    private boolean isTaken(String scope) {
        return KNOWN.contains(scope) && (properties.adminAllowed() || !scope.equals(Scope.ADMIN.word()));
    }

    private static @Nullable String subject(Jwt token) {
        var authorizedParty = token.getClaimAsString("azp");
        return authorizedParty == null ? token.getSubject() : authorizedParty;
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

    private static String hash(String issuer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(issuer.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
