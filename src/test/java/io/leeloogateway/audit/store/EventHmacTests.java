package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.ChangeEnd;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.secrets.Pepper;
import io.leeloogateway.secrets.Secret;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The expected values come from the release before 0.1, whose events must stay valid. */
class EventHmacTests {

    private static final UUID ID = UUID.fromString("019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57");
    private static final UUID OPERATION = UUID.fromString("019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c58");

    private final EventHmac hmacs = new EventHmac(Pepper.of(new Secret("a-pepper-of-no-worth-0123456789-0123456789")));

    @Test
    void hmacOfAFormerEventIsUnchanged() {
        var event = new AuditEvent(
                ID,
                ID,
                "ended",
                new AuditEvent.Actor("r", "cl_shop", "key_1", "192.0.2.1"),
                new AuditEvent.Subject("people.find", "person", List.of("t:a,b", "p:ö"), null),
                new AuditEvent.Result("ok", 200, null, 12L, "copy", 3L, 0),
                1,
                null,
                null);

        assertThat(HexFormat.of().formatHex(hmacs.of(event))).isEqualTo("f04af2131dfb2e9c0618b66cd2bc790c");
    }

    @Test
    void hmacOfAnEndEventIsUnchanged() {
        var end = new ChangeEndRepository.EndEvent(
                ID, OPERATION, new ChangeEnd(false, Outcome.UNKNOWN, 503, "x", null, "gateway"), 2, Map.of());

        assertThat(HexFormat.of().formatHex(hmacs.of(end))).isEqualTo("3286f223a3c1457dbf4cd6488fa69c06");
    }
}
