package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.RawResponseMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In the tables, {@code @a} stands for an id of the request and {@code @b} for another id. */
class OtherResourcesIntegrationTests extends RawLeelooGateway {

    private static final String ID = "64a0000000000000000018a1";
    private static final String OTHER = "64a0000000000000000018b2";

    @LocalServerPort
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    private GatewayClient gateway;

    @BeforeEach
    void setUp() {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
    }

    @AfterEach
    void recover() {
        LEELOO.recover();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /people/@a            | {"id":"@b","name":"Other"}
            /people/@a            | {"id":"@a0","name":"Other"}
            /people/@a/orders     | {"id":"@b","name":"Other"}
            /people/@a?raw=true   | {"id":"@b","name":"Other"}
            /orders/@a            | {"id":"@b","title":"Other"}
            /users/@a             | {"id":"@b","name":"Other"}
            /tunnels/@a           | {"id":"@b","name":"Other"}
            /channels/@a/person   | {"id":"@a","name":"Other","accounts":[{"account_id":"@b"}]}
            /channels/@a/person   | {"id":"@a","name":"Other","accounts":[{"accountId":"@b","id":"@a"}]}
            """)
    void resourceThatWasNotAskedForIsUnreadableAndNeitherShownNorStored(String path, String data) {
        LEELOO.behave(answer(data));

        var response = gateway.get("/api/v1" + fill(path));
        var cached = gateway.getWithCacheControl("only-if-cached, max-stale", "/api/v1" + fill(path));

        assertThat(response.status() + " " + response.problem()).isEqualTo("502 leeloo-unreadable");
        assertThat(response.body() + response.headers()).doesNotContain(OTHER, "Other");
        assertThat(cached.problem()).isEqualTo("not-cached");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /people                                       | {"name":"Bob"} | {"id":"@a","person_id":"@b","name":"Alice"}
            POST   | /people                                       | {"name":"Bob","phone":"+380501234567"} | {"id":"@a","person_id":"@b","name":"Bob","phone":"+380501234568"}
            POST   | /people                                       | {"name":"Bob","email":"bob@example.org"} | {"id":"@a","person_id":"@b","name":"Bob","email":"rob@example.org"}
            PATCH  | /people/@a                                    | {"phone":"+380501234567"} | {"id":"@b"}
            PATCH  | /people/@a                                    | {"phone":"+380501234567"} | [{"id":"@a"}]
            PUT    | /people/@a/tags/64a000000000000000002301      |                | {"id":"@b"}
            DELETE | /people/@a/tags/64a000000000000000002301      |                | {"person_id":"@b"}
            DELETE | /people/@a/tags/64a000000000000000002301      |                | [{"id":"@a"}]
            POST   | /people/@a/comments                           | {"text":"Hi"}  | {"id":"@a","text":"Hi","entity_id":"@b"}
            POST   | /orders                                       | {"personId":"@a","offerId":"@a","paymentCreditsId":"@a"} | {"id":"@b","person_id":"@b"}
            POST   | /orders                                       | {"personId":"@a","offerId":"@a","paymentCreditsId":"@a"} | {"id":"@b","personId":"@b"}
            PATCH  | /orders/@a                                    | {"status":"RESOLVED"} | {"id":"@b"}
            POST   | /lead-generation-tools/@a/traffic-sources     | {"name":"Mail"} | {"id":"@a","name":"Mail","leadgentool_id":"@b"}
            POST   | /channels/@a/messages                         | {"text":"Hi"}  | {"account_id":"@b"}
            POST   | /channels/@a/template-messages                | {"templateId":"@a"} | {"account_id":"@b"}
            POST   | /channels/@a/subscriptions                    | {"tunnelId":"@a","blockId":"@a"} | {"accountId":"@b"}
            POST   | /calls | {"userId":"@a","channelId":"@a","from":"1","to":"2","date":"2026-01-13T08:20:37Z","status":"SUCCESS","duration":1,"type":"INBOUND"} | {"id":"@a","user_id":"@b","account_id":"@a"}
            POST   | /calls | {"userId":"@a","channelId":"@a","from":"1","to":"2","date":"2026-01-13T08:20:37Z","status":"SUCCESS","duration":1,"type":"INBOUND"} | {"id":"@a","user_id":"@a","account_id":"@b"}
            """)
    void responseToAnotherChangeLeavesTheOutcomeUnknown(String method, String path, String body, String data) {
        LEELOO.behave(answer(data));

        var response = gateway.send(method, "/api/v1" + fill(path), body == null ? "" : fill(body));

        assertThat(response.status() + " " + response.problem() + " " + response.outcome())
                .as(response.body())
                .isEqualTo("502 leeloo-unreadable unknown");
        assertThat(response.body() + response.headers()).doesNotContain(OTHER, "Alice", "rob@");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | /people                                  | {"name":"Bob"} | {"id":"@b","person_id":"@a","name":"NOT_DEFINED"} | 201
            POST   | /people                                  | {"name":"Марʼяна  Ш."} | {"id":"@b","person_id":"@a","name":"мар&#39;яна ш"} | 201
            POST   | /people                                  | {"name":"Bob","phone":"+380501234567"} | {"id":"@b","person_id":"@a","name":"Robert","phone":"0501234567"} | 201
            POST   | /people                                  | {"name":"Bob","phone":"+380501234567"} | {"id":"@b","person_id":"@a","name":"Bob","phone":"00380501234567;ext=5"} | 201
            POST   | /people                                  | {"name":"Bob","phone":"+380501234567"} | {"id":"@b","person_id":"@a","name":"Bob","phone":"٠٥٠١٢٣٤٥٦٧"} | 201
            POST   | /people                                  | {"name":"Bob","email":"Bob@Example.org"} | {"id":"@b","person_id":"@a","name":"B","email":" bob@example.org"} | 201
            PATCH  | /people/@a                               | {"phone":"+380501234567"} | {"id":"@a"} | 204
            PUT    | /people/@a/tags/64a000000000000000002301 |                | {"id":"64a000000000000000002301"} | 204
            PUT    | /people/@a/tags/64a000000000000000002301 |                | [] | 204
            POST   | /people/@a/comments                      | {"text":"Hi"}  | {"id":"@b"} | 201
            PATCH  | /orders/@a                               | {"status":"RESOLVED"} | {"status":"RESOLVED"} | 204
            """)
    void responseThatLacksTheIdOrSpellsAContactOtherwiseIsRead(
            String method, String path, String body, String data, int status) {
        LEELOO.behave(answer(data));

        var response = gateway.send(method, "/api/v1" + fill(path), body == null ? "" : fill(body));

        assertThat(response.status()).as(response.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /channels/@a/person | {"id":"@b","accounts":[]}
            /channels/@a/person | {"id":"@b","accounts":[{"account_id":"@b"},{"account_id":"@a"}]}
            /people/@a          | {"id":"@a","accounts":[{"account_id":"@b"}]}
            """)
    void resourceThatWasAskedForIsShown(String path, String data) {
        LEELOO.behave(answer(data));

        assertThat(gateway.get("/api/v1" + fill(path)).status()).isEqualTo(200);
    }

    private static RawResponseMode answer(String data) {
        return RawResponseMode.respond(200, "{\"status\":1,\"data\":" + fill(data) + "}");
    }

    private static String fill(String template) {
        return template.replace("@a", ID).replace("@b", OTHER);
    }
}
