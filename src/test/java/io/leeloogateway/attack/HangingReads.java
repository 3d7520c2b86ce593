package io.leeloogateway.attack;

import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.time.Duration;

/** Several clients read a person whose calls to Leeloo hang, and wait as long as they may. Together they want more connections than there are. */
record HangingReads(int clients, int readsOfEach, Duration duration) implements Attack {

    @Override
    public void run(Target target) throws Exception {
        try (var sockets = new OpenSockets(target.port())) {
            for (var key : target.newKeys(clients)) {
                for (var read = 0; read < readsOfEach; read++) {
                    sockets.open(
                            "GET /api/v1/people/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nRequest-Timeout: 30\r\n\r\n"
                                    .formatted(ScriptedLeeloo.HANGING_PERSON, key));
                }
            }
            Thread.sleep(duration);
        }
    }
}
