package io.leeloogateway.cache.http;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Cache-Control} directives of a request (RFC 9111, 5.2.1).
 *
 * @param noCache ask Leeloo, also if an entry is fresh
 * @param onlyIfCached do not ask Leeloo
 * @param noStore do not cache the response
 * @param maxAge accept no older entry
 * @param maxStale accept an entry that has been stale for that long
 */
public record RequestCacheControl(
        boolean noCache,
        boolean onlyIfCached,
        boolean noStore,
        @Nullable Duration maxAge,
        @Nullable Duration maxStale) {

    public static final RequestCacheControl NONE = new RequestCacheControl(false, false, false, null, null);
    public static final RequestCacheControl NO_CACHE = new RequestCacheControl(true, false, false, null, null);

    /** The value of {@code max-stale} without a value: longer than any time-to-live. */
    static final Duration UNLIMITED = Duration.ofDays(36_500);

    /** An entry of any age, without asking Leeloo. */
    public static final RequestCacheControl CACHE_ONLY = new RequestCacheControl(false, true, false, null, UNLIMITED);

    private static final ScopedValue<RequestCacheControl> CURRENT = ScopedValue.newInstance();

    private static final Pattern DIRECTIVE =
            Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:=(?:\"([^\"\\\\]*)\"|([^\\s\"]*)))?");

    /** The directives of the request that this thread serves; {@link #NONE} outside of a request, and if the request is no read. */
    public static RequestCacheControl current() {
        return CURRENT.orElse(NONE);
    }

    <T extends @Nullable Object, X extends Throwable> T with(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** Whether the caller limits the age of the requested resource. */
    public boolean limitsAge() {
        return noCache || maxAge != null;
    }

    /** The directives for a value that only completes the response: the caller's requirements are about the requested resource. */
    public RequestCacheControl ofSupplement() {
        return onlyIfCached ? CACHE_ONLY : NONE;
    }

    /** Asks Leeloo if the caller does not say which age it accepts. */
    public RequestCacheControl orNoCache() {
        return onlyIfCached || maxAge != null || maxStale != null
                ? this
                : new RequestCacheControl(true, false, noStore, null, null);
    }

    /** Ignores unknown directives and directives with an invalid value. */
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
                var stale = value == null ? UNLIMITED : seconds(value);
                yield new RequestCacheControl(noCache, onlyIfCached, noStore, maxAge, shorter(maxStale, stale));
            }
            default -> this;
        };
    }

    private static @Nullable Duration shorter(@Nullable Duration first, @Nullable Duration second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.compareTo(second) < 0 ? first : second;
    }

    /** Whole seconds; an overflow counts as a very long time (RFC 9111, 1.2.2). */
    private static @Nullable Duration seconds(@Nullable String value) {
        if (value == null || !value.matches("[0-9]+")) {
            return null;
        }
        var digits = value.replaceFirst("^0+(?=[0-9])", "");
        return digits.length() > 9 ? UNLIMITED : Duration.ofSeconds(Long.parseLong(digits));
    }
}
