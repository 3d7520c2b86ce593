package io.leeloogateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.RawBody;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Entries are fresh for 60 s and served for another 240 s if Leeloo fails; a cached not-found is fresh for 20 s. The last column says whether the
 * entry or the failure is served if Leeloo fails.
 */
class FreshnessPolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final FreshnessPolicy POLICY = new FreshnessPolicy(
            new TtlPolicy(Duration.ofSeconds(60), Duration.ofSeconds(240), null), Duration.ofSeconds(20));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            # age | directives                           | verdict             | on failure
            # Without directives.
                  |                                      | MISS                |
            0     |                                      | HIT                 |
            60    |                                      | HIT                 |
            61    |                                      | EXPIRED             | served
            300   |                                      | EXPIRED             | served
            301   |                                      | EXPIRED             | failure
            # The age of an entry from the future is unknown.
            -1    |                                      | EXPIRED             | failure
            -1    | max-age=0                            | EXPIRED             | failure
            -1    | max-age=100                          | EXPIRED             | failure
            -1    | max-stale                            | EXPIRED             | failure
            -1    | no-cache, max-stale                  | REVALIDATE          | failure
            -1    | only-if-cached                       | ONLY_IF_CACHED_MISS | failure
            -1 t  |                                      | EXPIRED             | failure
            # A cached not-found (t) has a shorter time-to-live and is never served stale.
            20 t  |                                      | HIT                 |
            21 t  |                                      | EXPIRED             | failure
            21 t  | max-stale                            | EXPIRED             | failure
            10 t  | no-cache                             | REVALIDATE          | failure
            10 t  | max-age=5                            | EXPIRED             | failure
            21 t  | only-if-cached                       | ONLY_IF_CACHED_MISS |
            # no-cache asks Leeloo and accepts no entry on failure.
                  | no-cache                             | REVALIDATE          |
            0     | no-cache                             | REVALIDATE          | failure
            61    | no-cache                             | REVALIDATE          | failure
            # no-cache with max-stale asks Leeloo and accepts an entry on failure.
            0     | no-cache, max-stale=0                | REVALIDATE          | served
            60    | no-cache, max-stale=0                | REVALIDATE          | served
            61    | no-cache, max-stale=0                | REVALIDATE          | failure
            70    | no-cache, max-stale=10               | REVALIDATE          | served
            71    | no-cache, max-stale=10               | REVALIDATE          | failure
            300   | no-cache, max-stale                  | REVALIDATE          | served
            301   | no-cache, max-stale                  | REVALIDATE          | failure
            # max-age accepts no older entry, also on failure.
                  | max-age=10                           | MISS                |
            10    | max-age=10                           | HIT                 |
            11    | max-age=10                           | EXPIRED             | failure
            0     | max-age=0                            | HIT                 |
            1     | max-age=0                            | EXPIRED             | failure
            61    | max-age=10                           | EXPIRED             | failure
            61    | max-age=100                          | EXPIRED             | served
            100   | max-age=100                          | EXPIRED             | served
            101   | max-age=100                          | EXPIRED             | failure
            301   | max-age=9999999999                   | EXPIRED             | failure
            # max-stale accepts a stale entry, capped by the setting.
                  | max-stale                            | MISS                |
            60    | max-stale=10                         | HIT                 |
            70    | max-stale=10                         | STALE_HIT           |
            71    | max-stale=10                         | EXPIRED             | failure
            300   | max-stale                            | STALE_HIT           |
            301   | max-stale                            | EXPIRED             | failure
            300   | max-stale=9999999999                 | STALE_HIT           |
            301   | max-stale=9999999999                 | EXPIRED             | failure
            61    | max-stale=0                          | EXPIRED             | failure
            # max-age with max-stale accepts an entry that is older than max-age by up to max-stale.
            10    | max-age=10, max-stale=5              | HIT                 |
            15    | max-age=10, max-stale=5              | STALE_HIT           |
            16    | max-age=10, max-stale=5              | EXPIRED             | failure
            65    | max-age=100, max-stale=5             | STALE_HIT           |
            # only-if-cached never asks Leeloo.
                  | only-if-cached                       | ONLY_IF_CACHED_MISS |
            60    | only-if-cached                       | HIT                 |
            61    | only-if-cached                       | ONLY_IF_CACHED_MISS |
            70    | only-if-cached, max-stale=10         | STALE_HIT           |
            71    | only-if-cached, max-stale=10         | ONLY_IF_CACHED_MISS |
            300   | only-if-cached, max-stale            | STALE_HIT           |
            301   | only-if-cached, max-stale            | ONLY_IF_CACHED_MISS |
            11    | only-if-cached, max-age=10           | ONLY_IF_CACHED_MISS |
            15    | only-if-cached, max-age=10,max-stale | STALE_HIT           |
            0     | only-if-cached, no-cache             | ONLY_IF_CACHED_MISS |
            # no-store does not restrict which entry is served.
            60    | no-store                             | HIT                 |
            61    | no-store                             | EXPIRED             | served
                  | no-store                             | MISS                |
            """)
    void verdictDependsOnAgeAndDirectives(
            @Nullable String age,
            @Nullable String header,
            FreshnessPolicy.Verdict verdict,
            @Nullable String onFailure) {
        var cacheControl = RequestCacheControl.parse(header == null ? "" : header);
        var entry = age == null ? CacheEntry.absent(0) : entry(age);

        assertThat(POLICY.evaluate(entry, cacheControl, NOW)).isEqualTo(verdict);
        if (onFailure != null) {
            assertThat(POLICY.allowsStaleOnError(entry, cacheControl, NOW)).isEqualTo(onFailure.equals("served"));
        }
    }

    /** Entries are fresh for 60 s, and served for another 30 s while they are refreshed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60   |                     | HIT
            61   |                     | STALE_WHILE_REVALIDATE
            90   |                     | STALE_WHILE_REVALIDATE
            91   |                     | EXPIRED
            -1   |                     | EXPIRED
            70   | max-age=70          | STALE_WHILE_REVALIDATE
            70   | max-age=69          | EXPIRED
            70   | max-stale=10        | STALE_HIT
            71   | max-stale=10        | EXPIRED
            70   | only-if-cached      | ONLY_IF_CACHED_MISS
            70   | no-store            | EXPIRED
            70   | no-cache            | REVALIDATE
            61 t |                     | EXPIRED
            """)
    void staleEntryIsServedWhileItIsRefreshed(String age, @Nullable String header, FreshnessPolicy.Verdict verdict) {
        var ttl = new TtlPolicy(Duration.ofSeconds(60), Duration.ofHours(1), Duration.ofSeconds(30));
        var policy = new FreshnessPolicy(ttl, Duration.ofSeconds(60));
        var cacheControl = RequestCacheControl.parse(header == null ? "" : header);

        assertThat(policy.evaluate(entry(age), cacheControl, NOW)).isEqualTo(verdict);
    }

    private static CacheEntry entry(String age) {
        var fetchedAt = NOW.minusSeconds(Long.parseLong(age.replace(" t", "")));
        return age.endsWith("t")
                ? CacheEntry.notFound(fetchedAt, 0)
                : CacheEntry.found(new RawBody(new byte[0]), fetchedAt, 0);
    }
}
