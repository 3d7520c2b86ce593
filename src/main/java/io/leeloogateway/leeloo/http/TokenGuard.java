package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooCredentialsRejected.Reason;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.secrets.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Refuses calls with a token that Leeloo rejected five times in a row, except for a probe every two seconds. A new token is used at once. A
 * 403 counts for its endpoint only, because a proxy may forbid a single path.
 */
@Component
class TokenGuard {

    private static final int REJECTIONS = 5;
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);
    private static final int FORBIDDEN = 403;
    private static final Class<?> ALL_ENDPOINTS = Object.class;

    private final TokenSource tokens;
    private final TokenAlarm alarm;
    private final Map<Class<?>, RejectedToken> rejected = new ConcurrentHashMap<>();

    TokenGuard(TokenSource tokens, TokenAlarm alarm) {
        this.tokens = tokens;
        this.alarm = alarm;
    }

    private record RejectedToken(Secret token, int rejections, long probeNanos) {

        RejectedToken(Secret token, int rejections) {
            this(token, rejections, System.nanoTime() + PROBE_INTERVAL.toNanos());
        }

        boolean refuses(Secret other) {
            return rejections >= REJECTIONS && token.isSameAs(other);
        }
    }

    <T> T call(Class<?> endpoint, Supplier<T> call) {
        var token = tokens.current();
        check(ALL_ENDPOINTS, token);
        check(endpoint, token);
        try {
            var result = call.get();
            accept(endpoint);
            return result;
        } catch (LeelooNotFound | LeelooRejected e) {
            accept(endpoint);
            throw e;
        } catch (LeelooCredentialsRejected e) {
            if (e.reason() == Reason.REJECTED) {
                reject(isForbidden(e) ? endpoint : ALL_ENDPOINTS, token);
                alarm.raise(e.detail());
            }
            throw e;
        } catch (LeelooThrottled | LeelooUnreadable e) {
            forget(endpoint);
            throw e;
        }
    }

    private void check(Class<?> scope, Secret token) {
        var last = rejected.get(scope);
        if (last == null || !last.refuses(token)) {
            return;
        }
        var isProbe = System.nanoTime() - last.probeNanos >= 0
                && rejected.replace(scope, last, new RejectedToken(token, last.rejections));
        if (!isProbe) {
            throw LeelooCredentialsRejected.rejectedBefore();
        }
    }

    /** A response to a call with an older token says nothing about the current one. */
    private void reject(Class<?> scope, Secret token) {
        rejected.compute(
                scope,
                (_, last) -> last == null || !last.token.isSameAs(token)
                        ? new RejectedToken(token, 1)
                        : new RejectedToken(token, Math.min(REJECTIONS, last.rejections + 1)));
    }

    private void accept(Class<?> endpoint) {
        forget(endpoint);
        alarm.clear();
    }

    /** Another response is between the rejections. */
    private void forget(Class<?> endpoint) {
        rejected.remove(ALL_ENDPOINTS);
        rejected.remove(endpoint);
    }

    private static boolean isForbidden(LeelooCredentialsRejected failure) {
        return failure.upstreamStatus().filter(status -> status == FORBIDDEN).isPresent();
    }
}
