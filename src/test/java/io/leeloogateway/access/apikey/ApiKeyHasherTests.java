package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.secrets.InvalidSecret;
import io.leeloogateway.secrets.Pepper;
import io.leeloogateway.secrets.Secret;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiKeyHasherTests {

    private static final String OLD = "of-no-worth-old-pepper-0123456789";
    private static final String NEW = "of-no-worth-new-pepper-0123456789";

    private final ApiKey key = ApiKeyFixtures.fresh();

    @Test
    void onlyTheHashedKeyMatches() {
        var hasher = hasher(NEW);

        var hash = hasher.hash(key);

        assertThat(hasher.matches(key, hash)).isTrue();
        assertThat(hasher.matches(ApiKeyFixtures.fresh(), hash)).isFalse();
    }

    @Test
    void firstPepperHashesAndAllPeppersVerify() {
        var before = hasher(OLD).hash(key);

        var hasher = hasher(NEW, OLD);

        assertThat(hasher.matches(key, before)).isTrue();
        assertThat(hasher.hash(key)).isEqualTo(hasher(NEW).hash(key)).isNotEqualTo(before);
    }

    @Test
    void hashDoesNotMatchWithAnotherPepper() {
        var hash = hasher(OLD).hash(key);

        assertThat(hasher(NEW).matches(key, hash)).isFalse();
    }

    @Test
    void pepperIsRequired() {
        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(() -> hasher())
                .withMessage("GATEWAY_PEPPER is not set");
    }

    @Test
    void shortPepperIsRejected() {
        assertThatExceptionOfType(InvalidSecret.class)
                .isThrownBy(() -> hasher(NEW, "x".repeat(31)))
                .withMessage("GATEWAY_PEPPER has fewer than 32 characters");
    }

    private static ApiKeyHasher hasher(String... peppers) {
        return new ApiKeyHasher(Pepper.of(Stream.of(peppers).map(Secret::new).toArray(Secret[]::new)));
    }
}
