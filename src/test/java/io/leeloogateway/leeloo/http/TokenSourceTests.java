package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({NoBufferLeaks.class, OutputCaptureExtension.class})
class TokenSourceTests {

    private static final AddTag CHANGE = new AddTag(SampleIds.ANNA, SampleIds.TAG);

    private final RawLeeloo leeloo = new RawLeeloo();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        leeloo.close();
    }

    @Test
    void tokenIsTrimmed() {
        try (var client = StandaloneClient.of(leeloo.url(), "token=  padded\t\n")) {

            client.send(CHANGE);

            assertThat(leeloo.requests().getFirst()).contains("X-Leeloo-AuthToken: padded\r\n");
        }
    }

    @Test
    void tokenHeaderIsConfigurable() {
        try (var client = StandaloneClient.of(leeloo.url(), "token-header=X-Other")) {

            client.send(CHANGE);

            assertThat(leeloo.requests().getFirst())
                    .contains("X-Other: " + StandaloneClient.TOKEN + "\r\n")
                    .doesNotContain("X-Leeloo-AuthToken");
        }
    }

    @Test
    void bearerAuthorizationIsConfigurable() {
        try (var client = StandaloneClient.of(leeloo.url(), "token-header=Authorization", "token=Bearer other")) {

            client.send(CHANGE);

            assertThat(leeloo.requests().getFirst()).contains("Authorization: Bearer other\r\n");
        }
    }

    @Test
    void newTokenInTheFileIsUsedByTheNextCall() throws IOException {
        var file = file("first\n");
        try (var client = StandaloneClient.of(leeloo.url(), "token-file=" + file)) {
            client.send(CHANGE);
            Files.writeString(file, " second ");

            client.send(CHANGE);

            assertThat(leeloo.requests().getFirst()).contains("X-Leeloo-AuthToken: first\r\n");
            assertThat(leeloo.requests().getLast()).contains("X-Leeloo-AuthToken: second\r\n");
        }
    }

    @Test
    void deletedTokenFileIsACredentialsFailure() throws IOException {
        var file = file("first");
        try (var client = StandaloneClient.of(leeloo.url(), "token-file=" + file)) {
            Files.delete(file);

            var failure = catchThrowableOfType(LeelooException.class, () -> client.send(CHANGE));

            assertThat(failure).isInstanceOf(LeelooCredentialsRejected.class);
            assertThat(leeloo.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "hush\r\nX-Evil: 1", "hüsh", "hush\0"})
    void invalidTokenInTheFileIsACredentialsFailureAndIsNotShown(String invalidToken, CapturedOutput output)
            throws IOException {
        var file = file("first");
        try (var client = StandaloneClient.of(leeloo.url(), "token-file=" + file)) {
            Files.writeString(file, invalidToken);

            var failure = catchThrowableOfType(LeelooException.class, () -> client.send(CHANGE));

            assertThat(failure).isInstanceOf(LeelooCredentialsRejected.class);
            assertThat(leeloo.requests()).isEmpty();
            assertThat(output).doesNotContain("hush", "hüsh");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "hush\thush", "hüsh"})
    void gatewayDoesNotStartWithoutAUsableToken(String token) {
        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneClient.of(leeloo.url(), "token=" + token))
                .withMessageContaining("LEELOO_TOKEN")
                .withMessageNotContaining("hush");
    }

    @Test
    void gatewayDoesNotStartWithAnEmptyTokenFile() throws IOException {
        var file = file("\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneClient.of(leeloo.url(), "token-file=" + file))
                .withMessageContaining("LEELOO_TOKEN_FILE");
    }

    @Test
    void gatewayDoesNotStartWithoutTheTokenFile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneClient.of(leeloo.url(), "token-file=" + folder.resolve("none")))
                .withMessageContaining("LEELOO_TOKEN_FILE");
    }

    @Test
    void toStringMasksTheToken() {
        assertThat(new Token("hush")).hasToString("Token[***]");
        assertThat(StandaloneClient.properties("https://leeloo.example", "token=hush")
                        .toString())
                .doesNotContain("hush");
    }

    private Path file(String token) throws IOException {
        return Files.writeString(folder.resolve("token"), token);
    }
}
