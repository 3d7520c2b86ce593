package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** The error of a wrong value says which form is expected, with an example or all choices. */
@GatewayTest
class ExpectedFormIntegrationTests {

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    private GatewayClient gateway;

    @BeforeEach
    void connect() {
        gateway = new GatewayClient("http://localhost:" + port, demoKey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PATCH | clients/cl_1 | {"state": "closed"} | must be active or frozen
            PATCH | clients/cl_1 | {"state": 1} | must be active or frozen
            POST | clients | {"name": "x", "owner": "x", "purpose": "x", "scopes": ["people:all"]} | must be people:read, people:write,
            PATCH | operations/1 | {"outcome": "done", "evidence": "seen"} | must be applied or not_applied
            POST | clients/cl_1/keys | {"expiresAt": "tomorrow"} | such as 2026-01-13T08:20:37Z
            POST | clients/cl_1/keys | {"expiresAt": "2026-01-13"} | such as 2026-01-13T08:20:37Z
            POST | clients/cl_1/keys | {"expiresAt": "13.01.2026 08:20"} | such as 2026-01-13T08:20:37Z
            PATCH | orders/64a0c3f0000b000000000001 | {"status": "DONE"} | must be RESOLVED or REJECTED
            PATCH | orders/64a0c3f0000b000000000001 | {"status": "RESOLVED", "paymentDate": "soon"} | such as 2026-01-13T08:20:37Z
            PATCH | orders/64a0c3f0000b000000000001 | {"status": "RESOLVED", "currency": "usd"} | such as USD
            PATCH | orders/64a0c3f0000b000000000001 | {"status": "RESOLVED", "price": "7"} | such as 99.90
            POST | calls | {"date": "now"} | such as 2026-01-13T08:20:37Z
            POST | calls | {"type": "in"} | must be INBOUND or OUTBOUND
            POST | calls | {"status": "OK"} | must be TALKING, SUCCESS, NO_ANSWER or CLOSED_BY_SYSTEM
            POST | calls | {"duration": "long"} | such as 20
            POST | calls | {"userId": "7"} | such as 64a0c3f00001000000000002
            POST | orders | {"notifyPerson": "yes"} | must be true or false
            GET | operations?outcome=done | | must be sending, applied, not_applied, rejected, not_sent or unknown
            GET | operations?from=yesterday | | such as 2026-01-13T08:20:37Z
            GET | audit-entries?outcome=ok | | must be success, denied, rejected, failed or unknown
            GET | audit-entries?action=all | | such as people.addTag
            GET | people?limit=ten | | such as 20
            GET | people/anna | | such as 64a0c3f00001000000000002
            """)
    void expectedFormIsNamed(String method, String path, String body, String form) {
        var response = gateway.send(method, "/api/v1/" + path, body == null ? "" : body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString()))
                .anySatisfy(detail -> assertThat(detail).contains(form));
    }
}
