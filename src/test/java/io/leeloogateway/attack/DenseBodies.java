package io.leeloogateway.attack;

import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.time.Duration;

/**
 * Several clients change a person whose calls to Leeloo hang, with bodies of as many values as Leeloo's own words may have. While the changes
 * wait, each parsed body would need ten times its bytes.
 */
record DenseBodies(int clients, int changesOfEach, Duration duration) implements Attack {

    private static final int SIZE = 127 * 1024;
    private static final int VALUES = 9_000;

    @Override
    public void run(Target target) throws Exception {
        var body = body();
        try (var sockets = new OpenSockets(target.port())) {
            for (var key : target.newKeys(clients)) {
                for (var change = 0; change < changesOfEach; change++) {
                    sockets.open(head(key, body.length()) + body);
                }
            }
            Thread.sleep(duration);
        }
    }

    private static String head(String key, int length) {
        return """
                PUT /leeloo/api/v2/people/%s HTTP/1.1\r
                Host: localhost\r
                X-Leeloo-AuthToken: %s\r
                Request-Timeout: 30\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(ScriptedLeeloo.HANGING_PERSON, key, length);
    }

    private static String body() {
        var values = "{\"custom\": [" + "{\"x\":1},".repeat(VALUES / 2) + "0";
        return values + " ".repeat(SIZE - values.length() - 2) + "]}";
    }
}
