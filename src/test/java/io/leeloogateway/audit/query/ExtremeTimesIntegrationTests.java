package io.leeloogateway.audit.query;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Extreme times in filters are valid or a 400, never a failure. */
@GatewayTest
class ExtremeTimesIntegrationTests {

    private static final List<String> FILTERS = List.of(
            "client=demo",
            "key=demoSandbox1",
            "action=people.find",
            "target=" + ANNA,
            "person=" + ANNA,
            "outcome=success",
            "outcome=failed",
            "phone=380501234567",
            "email=anna@example.org");

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "%2B10889-08-02T05:31:50.656Z",
                "%2B294277-01-01T00:00:00Z",
                "%2B999999999-12-31T23:59:59.999999999Z",
                "%2B1000000000-12-31T23:59:59.999999999Z"
            })
    void extremeTimeIsNoFailure(String time) {
        var caller = new GatewayClient(address, key);
        for (var filter : FILTERS) {
            for (var asked : List.of("from=" + time, "to=" + time, "from=%1$s&to=%1$s".formatted(time))) {
                for (var format : List.of("application/json", "text/csv")) {
                    var answer = caller.get("/api/v1/audit-entries?limit=2&" + asked + "&" + filter, "Accept", format);
                    assertThat(answer.status()).as(asked + "&" + filter).isIn(200, 400);
                }
            }
        }
        for (var asked : List.of("from=" + time, "to=" + time)) {
            assertThat(caller.get("/api/v1/audit-entries/verification?" + asked).status())
                    .as(asked)
                    .isIn(200, 400);
        }
    }
}
