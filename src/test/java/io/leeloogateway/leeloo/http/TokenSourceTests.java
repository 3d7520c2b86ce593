package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.secrets.Secret;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "'\ufeffhush', UTF-8, begins with a byte order mark",
        "hush, UTF-16, has NUL characters",
        "hush, UTF-16LE, has NUL characters",
        "'hush\nhush', UTF-8, has more than one line",
        "hüsh, ISO-8859-1, has characters other than printable ASCII",
        "' ', UTF-8, is empty"
    })
    void flawOfTheTokenFileIsNamed(String content, String charset, String flaw, CapturedOutput output)
            throws IOException {
        var file = file("first");
        try (var client = StandaloneClient.of(leeloo.url(), "token-file=" + file)) {
            Files.writeString(file, content, Charset.forName(charset));

            assertThatThrownBy(() -> client.send(CHANGE)).isInstanceOf(LeelooCredentialsRejected.class);

            assertThat(output)
                    .contains("LEELOO_TOKEN_FILE (" + file + ") " + flaw)
                    .doesNotContain("hush");
        }
    }

    @Test
    void gatewayDoesNotStartWithAFolderOrAHugeFileAsTokenFile() throws IOException {
        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneClient.of(leeloo.url(), "token-file=" + folder))
                .withStackTraceContaining("LEELOO_TOKEN_FILE (" + folder + ") cannot be read");
        var huge = file("x".repeat(20_000));
        assertThatIllegalStateException()
                .isThrownBy(() -> StandaloneClient.of(leeloo.url(), "token-file=" + huge))
                .withStackTraceContaining("it has more than 16384 bytes");
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
        assertThat(new Secret("hush")).hasToString("****");
        assertThat(StandaloneClient.properties("https://leeloo.example", "token=hush")
                        .toString())
                .doesNotContain("hush");
    }

    private Path file(String token) throws IOException {
        return Files.writeString(folder.resolve("token"), token);
    }
}
