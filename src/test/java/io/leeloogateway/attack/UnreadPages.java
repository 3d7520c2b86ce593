package io.leeloogateway.attack;

import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.time.Duration;

/** One client asks for many large pages at once, each another one, and reads none. */
record UnreadPages(int pages, Duration duration) implements Attack {

    @Override
    public void run(Target target) throws Exception {
        var key = target.newKeys(1).getFirst();
        try (var sockets = new OpenSockets(target.port())) {
            for (var page = 0; page < pages; page++) {
                sockets.open("""
                        GET /leeloo/api/v2/communication-channels/%s/chat-messages?limit=100&page=%d HTTP/1.1\r
                        Host: localhost\r
                        X-Leeloo-AuthToken: %s\r
                        \r
                        """.formatted(ScriptedLeeloo.LONG_CHAT, page, key));
            }
            Thread.sleep(duration);
        }
    }
}
