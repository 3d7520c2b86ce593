package io.leeloogateway.cache.http;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of copies (RFC 9111, 5.2.1).
 *
 * @param noCache ask, whatever there is
 * @param onlyIfCached do not ask
 * @param noStore do not keep the answer
 * @param maxAge nothing older
 * @param maxStale that much longer than it is fresh, without asking
 */
public record RequestCacheControl(
        boolean noCache,
        boolean onlyIfCached,
        boolean noStore,
        @Nullable Duration maxAge,
        @Nullable Duration maxStale) {

    public static final RequestCacheControl NONE = new RequestCacheControl(false, false, false, null, null);
    public static final RequestCacheControl FRESH = new RequestCacheControl(true, false, false, null, null);

    /** Longer than anything lives: {@code max-stale} without a value. */
    static final Duration ANY = Duration.ofDays(36_500);

    private static final Pattern DIRECTIVE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:=(?:\"([^\"\\\\]*)\"|([^\\s\"]*)))?");

    /** What is not known, or has a value that cannot be, is as if it were not there. */
    public static RequestCacheControl parse(String header) {
        var directives = NONE;
        for (var element : HeaderElements.split(header)) {
            var matcher = DIRECTIVE.matcher(element);
            if (matcher.matches()) {
                var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                directives = directives.with(matcher.group(1).toLowerCase(Locale.ROOT), value);
            }
        }
        return directives;
    }

    private RequestCacheControl with(String name, @Nullable String value) {
        return switch (name) {
            case "no-cache" -> new RequestCacheControl(true, onlyIfCached, noStore, maxAge, maxStale);
            case "only-if-cached" -> new RequestCacheControl(noCache, true, noStore, maxAge, maxStale);
            case "no-store" -> new RequestCacheControl(noCache, onlyIfCached, true, maxAge, maxStale);
            case "max-age" ->
                new RequestCacheControl(noCache, onlyIfCached, noStore, shorter(maxAge, seconds(value)), maxStale);
            case "max-stale" -> {
                var stale = value == null ? ANY : seconds(value);
                yield new RequestCacheControl(noCache, onlyIfCached, noStore, maxAge, shorter(maxStale, stale));
            }
            default -> this;
        };
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whole seconds; more than anybody counts is very long (RFC 9111, 1.2.2). */
    private static @Nullable Duration seconds(@Nullable String value) {
        if (value == null || !value.matches("[0-9]+")) {
            return null;
        }
        var digits = value.replaceFirst("^0+(?=[0-9])", "");
        return digits.length() > 9 ? ANY : Duration.ofSeconds(Long.parseLong(digits));
    }
}
