package io.leeloogateway.access.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.Caller;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

class JwtCallerMapperTests {

    private static final String HASHED = "jwt:[0-9a-f]{8}:sub-[0-9a-f]{32}";
    private static final JwtCallerMapper MAPPER = new JwtCallerMapper(new JwtProperties(null, null, null, false, 60));

    @ParameterizedTest
    @ValueSource(
            strings = {"shop", "auth0|64a0c2", "https://shop.example.org/", "64a0c2d1-7f00-4a53-9b1c-0f4be9b8b6f1"})
    void safeSubjectIsPartOfTheClientId(String subject) {
        assertThat(caller(token().subject(subject)).clientId()).matches("jwt:[0-9a-f]{8}:sub:\\Q" + subject + "\\E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                "Anna Vogel",
                "line\nbreak",
                "Ärzte",
                "a23456789-123456789-123456789-123456789-123456789-123456789-12345"
            })
    void otherSubjectIsHashed(String subject) {
        var caller = caller(token().subject(subject));

        assertThat(caller.clientId()).matches(HASHED);
        assertThat(caller.toString()).doesNotContain(subject);
    }

    @Test
    void hashIsStableAndDependsOnTheIssuer() {
        var id = caller(token().subject("anna@example.org")).clientId();

        assertThat(caller(token().subject("anna@example.org")).clientId()).isEqualTo(id);
        assertThat(caller(token().subject("anna@example.org").issuer("https://b.example.org"))
                        .clientId())
                .doesNotEndWith(id.substring(id.lastIndexOf(':')));
    }

    @Test
    void authorizedPartyHasPrecedenceOverTheSubject() {
        var token = token().subject("anna@example.org").claim("azp", "shop");

        assertThat(caller(token).clientId()).endsWith(":azp:shop");
    }

    @Test
    void authorizedPartyWithAnEmailAddressIsHashed() {
        var token = token().claim("azp", "robot@example.org");

        assertThat(caller(token).clientId()).matches("jwt:[0-9a-f]{8}:azp-[0-9a-f]{32}");
    }

    @Test
    void applicationAndPersonOfTheSameNameAreTwoCallers() {
        var application = caller(token().claim("azp", "app1"));
        var person = caller(token().subject("app1"));

        assertThat(application.clientId()).isNotEqualTo(person.clientId());
    }

    @Test
    void subjectThatLooksLikeAHashIsNotTheCallerWithThatHash() {
        var hashed = caller(token().subject("anna@example.org")).clientId();
        var imitation = hashed.substring(hashed.lastIndexOf(':') + 1);

        assertThat(caller(token().subject(imitation)).clientId()).isNotEqualTo(hashed);
        assertThat(caller(token().subject(imitation.substring("sub-".length()))).clientId())
                .isNotEqualTo(hashed);
    }

    @Test
    void tokenWithoutSubjectIsRejected() {
        assertThat(MAPPER.map(token().subject(" ").build())).isEmpty();
        assertThat(MAPPER.map(token().build())).isEmpty();
    }

    private static Caller caller(Jwt.Builder token) {
        return MAPPER.map(token.build()).orElseThrow().caller();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("a.b.c")
                .header("alg", "ES256")
                .issuer("https://a.example.org")
                .expiresAt(Instant.parse("2999-01-01T00:00:00Z"));
    }
}
