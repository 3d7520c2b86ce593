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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An issuer is asked seldom, by one for all, and nobody with a known key waits for it. */
class IssuerJwkSourceTests {

    private static final int CALLERS = 40;
    private static final JWK OLD = JwtFixtures.ecKey("old");
    private static final JWK NEW = JwtFixtures.ecKey("new");

    @RegisterExtension
    static final WireMockExtension issuer = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(20))
            .build();

    private volatile Instant now = Instant.now();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final JwtResolver keyring = keyring();

    @BeforeEach
    void answer() {
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()));
    }

    @Test
    void manyUnknownKeysMakeOneFetchInHalfAMinute() throws Exception {
        assertThat(find(OLD)).isTrue();

        assertThat(atOnce(() -> find(NEW))).containsOnly("false");
        assertThat(fetches()).isOne();
        now = now.plus(JwkSet.YOUNG);
        assertThat(atOnce(() -> find(NEW))).containsOnly("false");
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void newKeyOpensOnceTheIssuerMayBeAskedAgain() {
        find(OLD);
        publish(okJson(new JWKSet(NEW.toPublicJWK()).toString()));
        assertThat(find(NEW)).isFalse();

        now = now.plus(JwkSet.YOUNG);

        assertThat(find(NEW)).isTrue();
        assertThat(find(OLD)).isFalse();
    }

    @Test
    void knownKeyDoesNotWaitWhileAStrangerDoes() throws Exception {
        find(OLD);
        publish(hanging());
        now = now.plus(JwkSet.FRESH);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stranger = threads.submit(() -> find(NEW));
            await().until(() -> fetches() == 2);
            var started = System.nanoTime();
            assertThat(find(OLD)).isTrue();
            assertThat(since(started)).isLessThan(Duration.ofMillis(500));
            assertThat(stranger.state()).isEqualTo(Future.State.RUNNING);
        }
    }

    @Test
    void callersOfAHangingIssuerWaitTogether() throws Exception {
        publish(hanging());

        var started = System.nanoTime();
        assertThat(atOnce(() -> find(OLD))).containsOnly("IssuerUnavailable");

        assertThat(since(started)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
        assertThat(fetches()).isOne();
    }

    @Test
    void issuerThatDripsIsNotWaitedForLonger() {
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()).withChunkedDribbleDelay(20, 10_000));

        var started = System.nanoTime();
        assertThatThrownBy(() -> find(OLD)).isInstanceOf(IssuerUnavailable.class);

        assertThat(since(started)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void nobodyWaitsBeyondTheDeadlineOfTheCall() {
        publish(hanging());
        var hurried = new RequestContext("1", Deadline.after(Duration.ofMillis(300)));

        var started = System.nanoTime();
        assertThatThrownBy(() -> hurried.run(() -> find(OLD))).isInstanceOf(IssuerUnavailable.class);

        assertThat(since(started)).isLessThan(Duration.ofMillis(1200));
    }

    @Test
    void failureIsRememberedForAWhileOnly() throws Exception {
        publish(serverError());
        assertThat(atOnce(() -> find(OLD))).containsOnly("IssuerUnavailable");
        publish(okJson(new JWKSet(OLD.toPublicJWK()).toString()));
        now = now.plus(JwkSetFetcher.FAILURE_REMEMBERED.minusMillis(1));
        assertThatThrownBy(() -> find(OLD)).isInstanceOf(IssuerUnavailable.class);

        now = now.plusMillis(1);

        assertThat(find(OLD)).isTrue();
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void hugeAnswerIsNoKeySet() {
        publish(okJson("{\"keys\":[], \"padding\":\"" + "x".repeat(300_000) + "\"}"));

        assertThatThrownBy(() -> find(OLD)).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void knownKeyOpensForAnHourWhileTheIssuerIsAway() {
        find(OLD);
        publish(serverError());
        now = now.plus(JwkSet.KEPT).minusSeconds(1);
        assertThat(find(OLD)).isTrue();

        now = now.plusSeconds(1);

        assertThatThrownBy(() -> find(OLD)).isInstanceOf(IssuerUnavailable.class);
    }

    @Test
    void setThatIsNotFreshIsFetchedWhileTheCallGoesOn() {
        find(OLD);
        publish(okJson(new JWKSet(NEW.toPublicJWK()).toString()));
        now = now.plus(JwkSet.FRESH);

        assertThat(find(OLD)).isTrue();

        await().until(() -> !find(OLD));
        assertThat(fetches()).isEqualTo(2);
    }

    private boolean find(JWK key) {
        var token = JwtFixtures.signed(key, "ES256", JwtFixtures.good("https://issuer.example.org"));
        return keyring.find(new BearerToken(token, "127.0.0.1")).isPresent();
    }

    private JwtResolver keyring() {
        var keys = URI.create(issuer.baseUrl() + "/keys");
        return new JwtResolver(new JwtProperties(null, keys, JwtFixtures.AUDIENCE, false, 60), clock);
    }

    private static void publish(ResponseDefinitionBuilder answer) {
        issuer.stubFor(WireMock.get("/keys").willReturn(answer));
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

    /** What each of many callers hears: the answer, or the name of the exception. */
    private static Stream<String> atOnce(Callable<Boolean> call) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, CALLERS).mapToObj(_ -> call).toList());
            return answers.stream()
                    .map(answer -> answer.state() == Future.State.SUCCESS
                            ? String.valueOf(answer.resultNow())
                            : answer.exceptionNow().getClass().getSimpleName());
        }
    }
}
