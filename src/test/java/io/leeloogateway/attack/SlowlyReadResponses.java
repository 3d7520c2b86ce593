package io.leeloogateway.attack;

import io.leeloogateway.fixtures.SlowReaders;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Without a key: requests a large file on as many connections as there may be, and reads 300 bytes a second of each. */
record SlowlyReadResponses(int responses, Duration duration) implements Attack {

    static final String REQUEST = "GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\nHost: localhost\n\n";

    @Override
    public void run(Target target) throws Exception {
        try (var _ = SlowReaders.start(target.port(), responses, REQUEST, Duration.ofSeconds(2))) {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }
    }
}
