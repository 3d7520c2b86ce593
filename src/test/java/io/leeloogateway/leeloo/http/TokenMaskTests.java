package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.query.ListTags;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Responses of Leeloo that quote the gateway's token. */
class TokenMaskTests {

    private final RawLeeloo leeloo = new RawLeeloo();
    private final StandaloneClient client = StandaloneClient.of(leeloo.url());

    @AfterEach
    void stop() {
        client.close();
        leeloo.close();
    }

    @Test
    void tokenInASuccessIsMasked() {
        leeloo.behave(RawResponseMode.respond(
                200, "{\"status\":1,\"data\":[{\"id\":\"1\",\"name\":\"a %s %s\"}]}".formatted(token(), token())));

        assertThat(client.execute(new ListTags()).toString())
                .doesNotContain(token())
                .contains("a *");
    }

    @Test
    void tokenInAFailureIsMasked() {
        leeloo.behave(RawResponseMode.respond(
                400, "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"token\":\"%s\"}}".formatted(token())));

        assertThatThrownBy(() -> client.execute(new ListTags()))
                .isInstanceOfSatisfying(
                        LeelooRejected.class,
                        rejected -> assertThat(rejected.ownBody()
                                        .map(RawBody::bytes)
                                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                                .hasValueSatisfying(body ->
                                        assertThat(body).doesNotContain(token()).contains("\"token\":\"****")));
    }

    private static String token() {
        return StandaloneClient.TOKEN;
    }
}
