package io.leeloogateway.cache.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the directives of {@code Cache-Control} are parsed (RFC 9111, 5.2). */
class RequestCacheControlTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ''                                |       |        |       |       |
            no-cache                          | true  |        |       |       |
            NO-Cache                          | true  |        |       |       |
            only-if-cached                    |       | true   |       |       |
            no-store                          |       |        | true  |       |
            max-age=30                        |       |        |       | 30    |
            Max-Age=30                        |       |        |       | 30    |
            max-age="30"                      |       |        |       | 30    |
            max-age=0                         |       |        |       | 0     |
            max-age=0000000000                |       |        |       | 0     |
            max-age=00000000000000000030      |       |        |       | 30    |
            max-stale=5                       |       |        |       |       | 5
            max-stale="5"                     |       |        |       |       | 5
            max-stale                         |       |        |       |       | any
            MAX-STALE                         |       |        |       |       | any
            no-cache,no-store , max-age=1     | true  |        | true  | 1     |
            ,, no-cache ,,                    | true  |        |       |       |
            max-age=60, max-age=10            |       |        |       | 10    |
            max-age=10, max-age=60            |       |        |       | 10    |
            max-age=10, max-age=x             |       |        |       | 10    |
            max-stale, max-stale=7            |       |        |       |       | 7
            max-stale=7, max-stale            |       |        |       |       | 7
            max-age=99999999999999999999      |       |        |       | any   |
            max-stale=99999999999999999999    |       |        |       |       | any
            max-age=2147483648                |       |        |       | any   |
            max-age                           |       |        |       |       |
            max-age=                          |       |        |       |       |
            max-age=-1                        |       |        |       |       |
            max-age=1.5                       |       |        |       |       |
            max-age=soon                      |       |        |       |       |
            max-age=1 0                       |       |        |       |       |
            max-stale=-1                      |       |        |       |       |
            max-stale=soon                    |       |        |       |       |
            max-stale=                        |       |        |       |       |
            max-stale= 5                      |       |        |       |       |
            max-stale=""                      |       |        |       |       |
            min-fresh=5, unknown, x=y         |       |        |       |       |
            x="no-cache, max-age=1", no-store |       |        | true  |       |
            x="\\", no-cache", no-store       |       |        | true  |       |
            "no-cache"                        |       |        |       |       |
            x = no-cache                      |       |        |       |       |
            x;no-cache                        |       |        |       |       |
            x="never ends, no-cache           |       |        |       |       |
            """)
    void directivesAreParsed(
            String header,
            @Nullable Boolean noCache,
            @Nullable Boolean onlyIfCached,
            @Nullable Boolean noStore,
            @Nullable String maxAge,
            @Nullable String maxStale) {
        var directives = RequestCacheControl.parse(header);

        assertThat(directives)
                .isEqualTo(new RequestCacheControl(
                        noCache != null, onlyIfCached != null, noStore != null, duration(maxAge), duration(maxStale)));
    }

    @Test
    void longHeaderIsParsedToItsEnd() {
        var header = "x=\"" + "\\a".repeat(8_000) + "\", " + ",".repeat(8_000) + "max-age=3";

        assertThat(RequestCacheControl.parse(header).maxAge()).isEqualTo(Duration.ofSeconds(3));
    }

    private static @Nullable Duration duration(@Nullable String seconds) {
        if (seconds == null) {
            return null;
        }
        return seconds.equals("any") ? RequestCacheControl.UNLIMITED : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
