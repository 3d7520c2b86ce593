package io.leeloogateway.access.jwt;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.RequestContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Concurrent requests share one fetch, and a token with a known key does not wait. */
class IssuerJwkSourceTests {

    private static final int CALLERS = 40;
    private static final JWK OLD = JwtFixtures.ecKey("old");
    private static final JWK NEW = JwtFixtures.ecKey("new");

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(20))
            .build();

    private final AtomicLong nanoTime = new AtomicLong();
    private volatile Instant now = Instant.now();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final JwtResolver resolver = resolver();

    @BeforeEach
    void publishOldKey() {
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()));
    }

    @Test
    void unknownKeysCauseOneFetchInThirtySeconds() throws Exception {
        assertThat(accepts(OLD)).isTrue();

        assertThat(concurrently(() -> accepts(NEW))).containsOnly("false");
        assertThat(fetches()).isOne();
        elapse(JwkSet.REFETCH_INTERVAL);
        assertThat(concurrently(() -> accepts(NEW))).containsOnly("false");
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void newKeyIsAcceptedAfterTheRefetchInterval() {
        accepts(OLD);
        publish(okJson(new JWKSet(NEW.toPublicJWK()).toString()));
        assertThat(accepts(NEW)).isFalse();

        elapse(JwkSet.REFETCH_INTERVAL);

        assertThat(accepts(NEW)).isTrue();
        assertThat(accepts(OLD)).isFalse();
    }

    @Test
    void knownKeyDoesNotWaitForAFetch() throws Exception {
        accepts(OLD);
        publish(hanging());
        elapse(JwkSet.REFRESH_AFTER);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var unknownKey = threads.submit(() -> accepts(NEW));
            await().until(() -> fetches() == 2);
            var started = System.nanoTime();
            assertThat(accepts(OLD)).isTrue();
            assertThat(since(started)).isLessThan(Duration.ofMillis(500));
            assertThat(unknownKey.state()).isEqualTo(Future.State.RUNNING);
        }
    }

    @Test
    void concurrentRequestsShareTheTimeoutOfAHangingIssuer() throws Exception {
        publish(hanging());

        var started = System.nanoTime();
        assertThat(concurrently(() -> accepts(OLD))).containsOnly("IssuerUnavailable");

        assertThat(since(started)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
        assertThat(fetches()).isOne();
    }

    @Test
    void slowResponseTimesOut() {
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()).withChunkedDribbleDelay(20, 10_000));

        var started = System.nanoTime();
        assertThatThrownBy(() -> accepts(OLD)).isInstanceOf(IssuerUnavailable.class);

        assertThat(since(started)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void waitEndsAtTheDeadlineOfTheRequest() {
        publish(hanging());
        var context = new RequestContext("1", Deadline.after(Duration.ofMillis(300)));

        var started = System.nanoTime();
        assertThatThrownBy(() -> context.run(() -> accepts(OLD))).isInstanceOf(IssuerUnavailable.class);

        assertThat(since(started)).isLessThan(Duration.ofMillis(1200));
    }

    @Test
    void failedFetchIsRetriedAfterTheBackoff() throws Exception {
        publish(serverError());
        assertThat(concurrently(() -> accepts(OLD))).containsOnly("IssuerUnavailable");
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()));
        elapse(JwkSetFetcher.FAILURE_BACKOFF.minusMillis(1));
        assertThatThrownBy(() -> accepts(OLD)).isInstanceOf(IssuerUnavailable.class);

        elapse(Duration.ofMillis(1));

        assertThat(accepts(OLD)).isTrue();
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void tooLargeResponseIsRejected() {
        publish(okJson("{\"keys\":[], \"padding\":\"" + "x".repeat(300_000) + "\"}"));

        assertThatThrownBy(() -> accepts(OLD)).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void knownKeyIsAcceptedForAnHourDuringAnOutage() {
        accepts(OLD);
        publish(serverError());
        elapse(JwkSet.MAX_AGE.minusSeconds(1));
        assertThat(accepts(OLD)).isTrue();

        elapse(Duration.ofSeconds(1));

        assertThatThrownBy(() -> accepts(OLD)).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void staleSetIsRefreshedInTheBackground() {
        accepts(OLD);
        publish(okJson(new JWKSet(NEW.toPublicJWK()).toString()));
        elapse(JwkSet.REFRESH_AFTER);

        assertThat(accepts(OLD)).isTrue();

        await().until(() -> !accepts(OLD));
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void newKeyIsAcceptedAfterTheClockWasSetBack() {
        accepts(OLD);
        publish(okJson(new JWKSet(NEW.toPublicJWK()).toString()));
        now = now.minus(Duration.ofHours(5));

        nanoTime.addAndGet(JwkSet.REFETCH_INTERVAL.toNanos());

        assertThat(accepts(NEW)).isTrue();
    }

    @Test
    void failedFetchIsRetriedAfterTheClockWasSetBack() {
        publish(serverError());
        assertThatThrownBy(() -> accepts(OLD)).isInstanceOf(IssuerUnavailable.class);
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()));
        now = now.minus(Duration.ofHours(5));

        nanoTime.addAndGet(JwkSetFetcher.FAILURE_BACKOFF.toNanos());

        assertThat(accepts(OLD)).isTrue();
    }

    private void elapse(Duration time) {
        now = now.plus(time);
        nanoTime.addAndGet(time.toNanos());
    }

    private boolean accepts(JWK key) {
        var token = JwtFixtures.signed(key, "ES256", JwtFixtures.validClaims("https://issuer.example.org"));
        return resolver.resolve(new BearerToken(token, IpAddress.UNSPECIFIED)).isPresent();
    }

    private JwtResolver resolver() {
        var keys = URI.create(issuer.baseUrl() + "/keys");
        return new JwtResolver(new JwtProperties(null, keys, JwtFixtures.AUDIENCE, false, 60), clock, nanoTime::get);
    }

    private static void publish(ResponseDefinitionBuilder response) {
        issuer.stubFor(WireMock.get("/keys").willReturn(response));
    }

    private static ResponseDefinitionBuilder hanging() {
        return okJson("{}").withFixedDelay(10_000);
    }

    private static int fetches() {
        return issuer.findAll(WireMock.anyRequestedFor(anyUrl())).size();
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** Runs the call concurrently; returns each result or the name of the exception. */
    private static Stream<String> concurrently(Callable<Boolean> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(_ -> call).toList());
            return results.stream()
                    .map(result -> result.state() == Future.State.SUCCESS
                            ? String.valueOf(result.resultNow())
                            : result.exceptionNow().getClass().getSimpleName());
        }
    }
}
