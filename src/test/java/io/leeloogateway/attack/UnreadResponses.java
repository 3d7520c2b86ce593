package io.leeloogateway.attack;

import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.time.Duration;
import java.util.ArrayList;

/** Several clients, each with an address of its own, ask for the same large page over many connections, twice on each, and read nothing. */
record UnreadResponses(int clients, int connectionsOfEach, Duration duration) implements Attack {

    private static final int FIRST_ADDRESS = 30;
    private static final Duration FIRST_RESPONSE = Duration.ofMillis(500);

    @Override
    public void run(Target target) throws Exception {
        var keys = target.newKeys(clients);
        var open = new ArrayList<OpenSockets>();
        for (var client = 0; client < clients; client++) {
            var source = Target.address(FIRST_ADDRESS + client);
            open.add(ask(new OpenSockets(target.port(), source), request(keys.get(client))));
        }
        Thread.sleep(duration);
        for (var sockets : open) {
            sockets.close();
        }
    }

    /** The proxy gives a key few places before its first response. */
    private OpenSockets ask(OpenSockets sockets, String request) throws InterruptedException {
        sockets.open(request);
        Thread.sleep(FIRST_RESPONSE);
        while (sockets.size() < connectionsOfEach) {
            sockets.open(request.repeat(2));
        }
        return sockets;
    }

    private static String request(String key) {
        return "GET /leeloo/api/v2/communication-channels/%s/chat-messages?limit=100 HTTP/1.1\r\nHost: localhost\r\nX-Leeloo-AuthToken: %s\r\n\r\n"
                .formatted(ScriptedLeeloo.LONG_CHAT, key);
    }
}
