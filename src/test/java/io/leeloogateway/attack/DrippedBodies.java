package io.leeloogateway.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** With a key: sends bodies of 1 MiB but for 2 kB, drips the rest, and repeats this in the next minute, within the limit of 120 requests a minute. */
record DrippedBodies(int bodies, Duration pause) implements Attack {

    private static final int SIZE = 1024 * 1024;
    private static final int REST = 2000;

    @Override
    public void run(Target target) throws Exception {
        for (var round = 0; round < 2; round++) {
            var end = Instant.now().plus(pause);
            try (var sockets = new OpenSockets(target.port())) {
                while (sockets.size() < bodies) {
                    sockets.open(head(target.key()) + start());
                }
                while (Instant.now().isBefore(end)) {
                    sockets.drip("a");
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        }
    }

    private static String head(String key) {
        return """
                POST /api/v1/people/sms-imports HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Request-Timeout: 30
                Content-Type: application/json
                Content-Length: %d

                """.formatted(key, SIZE).replace("\n", "\r\n");
    }

    private static String start() {
        var text = "{\"connectionId\":\"";
        return text + "a".repeat(SIZE - REST - text.length());
    }
}
