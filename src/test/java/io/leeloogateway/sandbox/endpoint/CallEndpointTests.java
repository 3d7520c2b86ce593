package io.leeloogateway.sandbox.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.sandbox.SandboxClient;
import io.leeloogateway.sandbox.SandboxTest;
import io.leeloogateway.sandbox.SeedIds;
import io.leeloogateway.sandbox.state.IdKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@SandboxTest
class CallEndpointTests {

    @Autowired
    SandboxClient leeloo;

    private static final String CALL =
            "{\"user_id\":\"" + SeedIds.USER + "\",\"from\":\"+12025550101\",\"to\":\"+12025550102\","
                    + "\"date\":\"2026-01-13T08:20:37.508Z\",\"account_id\":\"" + SeedIds.CHANNEL
                    + "\",\"record_link\":\"NOT_DEFINED\","
                    + "\"status\":\"SUCCESS\",\"duration\":75,\"type\":\"INBOUND\"}";

    @Test
    void durationIsReturnedAsBillsec() {
        var call = leeloo.post("/calls", CALL).path("data");

        assertThat(call.path("billsec").asInt()).isEqualTo(75);
        assertThat(call.has("duration")).isFalse();
        assertThat(call.path("provider_type").asString()).isEqualTo("MANUAL");
        assertThat(call.path("record_link").asString()).isEqualTo("NOT_DEFINED");
        assertThat(call.path("raw_response")).hasToString("{}");
        assertThat(UUID.fromString(call.path("call_id").asString())).isNotNull();
    }

    @Test
    void repeatedCallCreatesASecondRecord() {
        var first = leeloo.post("/calls", CALL).path("data");
        var second = leeloo.post("/calls", CALL).path("data");

        assertThat(first.path("id").asString()).isEqualTo(IdKind.CALL.id(1));
        assertThat(second.path("id").asString()).isEqualTo(IdKind.CALL.id(2));
        assertThat(first.path("call_id")).isNotEqualTo(second.path("call_id"));
    }

    @ParameterizedTest
    @CsvSource({
        "SUCCESS,LOST,status,NOT_ALLOWED_VALUE",
        "INBOUND,SIDEWAYS,type,NOT_ALLOWED_VALUE",
        "75,\"long\",duration,NOT_VALID_NUMBER",
        "2026-01-13T08:20:37.508Z,today,date,NOT_VALID_DATE",
        "64a0c3f00005000000000001,64a0c3f00005000000000099,user_id,WRONG_ID",
        "64a0c3f00001000000000003,64a0c3f00001000000000002,account_id,WRONG_ID"
    })
    void invalidCallsAreRejected(String good, String bad, String field, String reason) {
        var response = leeloo.post("/calls", CALL.replace(good, bad));

        assertThat(response.at("/error/fields/" + field).asString()).isEqualTo(reason);
    }
}
