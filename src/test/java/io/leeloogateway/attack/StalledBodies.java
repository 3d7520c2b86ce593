package io.leeloogateway.attack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Several clients, each with an address of its own and a key that the gateway knows: announces bodies of 100 kB and sends only their first
 * bytes, again and again. Together they want more places than the proxy has for a gateway.
 */
record StalledBodies(int clients, int bodiesOfEach, int sent, Duration duration) implements Attack {

    private static final int FIRST_ADDRESS = 20;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration FIRST_RESPONSE = Duration.ofMillis(200);

    @Override
    public void run(Target target) throws Exception {
        var keys = target.newKeys(clients);
        for (var end = Instant.now().plus(duration); Instant.now().isBefore(end); ) {
            var open = new ArrayList<OpenSockets>();
            for (var client = 0; client < clients; client++) {
                var source = Target.address(FIRST_ADDRESS + client);
                open.add(stall(new OpenSockets(target.port(), source), keys.get(client)));
            }
            Thread.sleep(ROUND);
            for (var sockets : open) {
                sockets.close();
            }
        }
    }

    /** Asks once, so that the proxy knows the key. */
    private OpenSockets stall(OpenSockets sockets, String key) throws InterruptedException {
        sockets.open(head("GET /api/v1/me", key) + "\r\n");
        Thread.sleep(FIRST_RESPONSE);
        while (sockets.size() <= bodiesOfEach) {
            sockets.open(head("POST /api/v1/people", key)
                    + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
                    + " ".repeat(sent));
        }
        return sockets;
    }

    private static String head(String request, String key) {
        return "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n".formatted(request, key);
    }
}
