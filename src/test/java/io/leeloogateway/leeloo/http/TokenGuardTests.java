package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooCredentialsRejected.Reason;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.ListTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What happens to calls while Leeloo rejects the token. */
@ExtendWith(OutputCaptureExtension.class)
class TokenGuardTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final String TAGS = "{\"status\":1,\"data\":[]}";
    private static final String MISSING =
            "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"authToken\":\"REQUIRED\"}}}";
    private static final RawResponseMode REJECTED = RawResponseMode.respond(401, "{\"status\":0}");
    private static final RawResponseMode FORBIDDEN = RawResponseMode.respond(403, "<html>");
    private static final RawResponseMode FINE = RawResponseMode.respond(200, TAGS);

    private final RawLeeloo leeloo = new RawLeeloo();
    private StandaloneClient client;

    @TempDir
    private Path folder;

    @BeforeEach
    void connect() throws IOException {
        client = StandaloneClient.of(leeloo.url(), "token-file=" + replaceToken("first"));
    }

    @AfterEach
    void stop() {
        client.close();
        leeloo.close();
    }

    static RawResponseMode[] rejections() {
        return new RawResponseMode[] {REJECTED, FORBIDDEN, RawResponseMode.respond(200, MISSING)};
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void manyCallsMakeFewRequestsAndOneAlarm(RawResponseMode rejection, CapturedOutput output) {
        leeloo.behave(rejection);

        var reasons = IntStream.range(0, 100).mapToObj(_ -> reasonOfRejection()).toList();

        assertThat(reasons.subList(0, 5)).containsOnly(Reason.REJECTED);
        assertThat(reasons).contains(Reason.REJECTED_BEFORE);
        assertThat(leeloo.requests()).hasSizeBetween(5, 9);
        assertThat(output.toString().lines().filter(line -> line.contains("ERROR")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(alarm()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void newTokenInTheFileIsUsedByTheNextCall(RawResponseMode rejection) throws IOException {
        leeloo.behave(rejection);
        IntStream.range(0, 10).forEach(_ -> reasonOfRejection());

        replaceToken("second");
        leeloo.behave(FINE);

        assertThat(client.execute(new ListTags())).isEmpty();
        assertThat(leeloo.requests().getLast()).contains("X-Leeloo-AuthToken: second\r\n");
        assertThat(alarm()).isZero();
    }

    @Test
    void tokenThatLeelooAcceptsAgainIsFoundByAProbe() {
        leeloo.behave(REJECTED);
        IntStream.range(0, 10).forEach(_ -> reasonOfRejection());
        leeloo.behave(FINE);

        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .until(() -> client.execute(new ListTags()).isEmpty());

        assertThat(alarm()).isZero();
    }

    /** A proxy may forbid a single path. */
    @Test
    void forbiddenEndpointDoesNotStopOtherEndpoints() {
        leeloo.behave(FORBIDDEN);
        IntStream.range(0, 10).forEach(_ -> reasonOfRejection());
        leeloo.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{}}"));

        client.send(CHANGE);

        assertThat(reasonOfRejection()).isEqualTo(Reason.REJECTED_BEFORE);
    }

    @Test
    void successBetweenRejectionsResetsTheCount() {
        for (var round = 0; round < 5; round++) {
            leeloo.behave(REJECTED);
            assertThat(reasonOfRejection()).isEqualTo(Reason.REJECTED);
            assertThat(reasonOfRejection()).isEqualTo(Reason.REJECTED);
            leeloo.behave(FINE);
            client.execute(new ListTags());
        }
    }

    @Test
    void unreadableTokenFileIsOneAlarm(CapturedOutput output) throws IOException {
        Files.delete(folder.resolve("token"));

        var reasons = IntStream.range(0, 20).mapToObj(_ -> reasonOfRejection()).toList();

        assertThat(reasons).containsOnly(Reason.TOKEN_UNREADABLE);
        assertThat(output.toString().lines().filter(line -> line.contains("ERROR")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(alarm()).isEqualTo(1);
    }

    private Reason reasonOfRejection() {
        return catchThrowableOfType(LeelooCredentialsRejected.class, () -> client.execute(new ListTags()))
                .reason();
    }

    private double alarm() {
        return client.meters().get("gateway.leeloo.token.rejected").gauge().value();
    }

    private Path replaceToken(String token) throws IOException {
        return Files.writeString(folder.resolve("token"), token);
    }
}
