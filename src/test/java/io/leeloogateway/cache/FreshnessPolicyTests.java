package io.leeloogateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.RawBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule, as design.md has it: fresh for 60 s, given for another 240 s if Leeloo cannot be asked, notFoundTimeToLive for 20 s. What is given
 * if asking fails stands in the last column; it does not depend on how it fails.
 */
class FreshnessPolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final FreshnessPolicy RULE =
            new FreshnessPolicy(new TtlPolicy(Duration.ofSeconds(60), Duration.ofSeconds(240)), Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            # age | directives                           | verdict   | if asking fails
            # Nothing said.
                  |                                      | MISSING   |
            0     |                                      | FRESH     |
            60    |                                      | FRESH     |
            61    |                                      | EXPIRED   | copy
            300   |                                      | EXPIRED   | copy
            301   |                                      | EXPIRED   | failure
            -5    |                                      | FRESH     |
            # A tombstone lives shorter and is never given when it is old.
            20 t  |                                      | FRESH     |
            21 t  |                                      | EXPIRED   | failure
            21 t  | max-stale                            | EXPIRED   | failure
            10 t  | no-cache                             | REQUESTED | failure
            10 t  | max-age=5                            | EXPIRED   | failure
            21 t  | only-if-cached                       | NOTHING   |
            # no-cache asks, and takes no copy instead.
                  | no-cache                             | REQUESTED |
            0     | no-cache                             | REQUESTED | failure
            61    | no-cache                             | REQUESTED | failure
            # no-cache with max-stale asks, and takes a copy instead.
            0     | no-cache, max-stale=0                | REQUESTED | copy
            60    | no-cache, max-stale=0                | REQUESTED | copy
            61    | no-cache, max-stale=0                | REQUESTED | failure
            70    | no-cache, max-stale=10               | REQUESTED | copy
            71    | no-cache, max-stale=10               | REQUESTED | failure
            300   | no-cache, max-stale                  | REQUESTED | copy
            301   | no-cache, max-stale                  | REQUESTED | failure
            # max-age: nothing older, also on failure.
                  | max-age=10                           | MISSING   |
            10    | max-age=10                           | FRESH     |
            11    | max-age=10                           | EXPIRED   | failure
            0     | max-age=0                            | FRESH     |
            1     | max-age=0                            | EXPIRED   | failure
            61    | max-age=10                           | EXPIRED   | failure
            61    | max-age=100                          | EXPIRED   | copy
            100   | max-age=100                          | EXPIRED   | copy
            101   | max-age=100                          | EXPIRED   | failure
            301   | max-age=9999999999                   | EXPIRED   | failure
            # max-stale takes an older one without asking, as far as the setting goes.
                  | max-stale                            | MISSING   |
            60    | max-stale=10                         | FRESH     |
            70    | max-stale=10                         | STALE     |
            71    | max-stale=10                         | EXPIRED   | failure
            300   | max-stale                            | STALE     |
            301   | max-stale                            | EXPIRED   | failure
            300   | max-stale=9999999999                 | STALE     |
            301   | max-stale=9999999999                 | EXPIRED   | failure
            61    | max-stale=0                          | EXPIRED   | failure
            # max-age with max-stale: so much older than wanted is good enough.
            10    | max-age=10, max-stale=5              | FRESH     |
            15    | max-age=10, max-stale=5              | STALE     |
            16    | max-age=10, max-stale=5              | EXPIRED   | failure
            65    | max-age=100, max-stale=5             | STALE     |
            # only-if-cached never asks.
                  | only-if-cached                       | NOTHING   |
            60    | only-if-cached                       | FRESH     |
            61    | only-if-cached                       | NOTHING   |
            70    | only-if-cached, max-stale=10         | STALE     |
            71    | only-if-cached, max-stale=10         | NOTHING   |
            300   | only-if-cached, max-stale            | STALE     |
            301   | only-if-cached, max-stale            | NOTHING   |
            11    | only-if-cached, max-age=10           | NOTHING   |
            15    | only-if-cached, max-age=10,max-stale | STALE     |
            0     | only-if-cached, no-cache             | NOTHING   |
            # no-store says nothing of what is given.
            60    | no-store                             | FRESH     |
            61    | no-store                             | EXPIRED   | copy
                  | no-store                             | MISSING   |
            """)
    void saysWhatIsGoodEnough(
            @Nullable String age, @Nullable String said, FreshnessPolicy.Verdict verdict, @Nullable String onFailure) {
        var directives = RequestCacheControl.parse(said == null ? "" : said);
        var copy = Optional.ofNullable(age).map(FreshnessPolicyTests::copy);

        assertThat(RULE.judge(copy, directives, NOW)).isEqualTo(verdict);
        if (onFailure != null) {
            assertThat(RULE.consoles(copy.orElseThrow(), directives, NOW)).isEqualTo(onFailure.equals("copy"));
        }
    }

    private static CacheEntry copy(String age) {
        var at = NOW.minusSeconds(Long.parseLong(age.replace(" t", "")));
        return age.endsWith("t") ? CacheEntry.tombstone(at) : CacheEntry.of(new RawBody(new byte[0]), at);
    }
}
