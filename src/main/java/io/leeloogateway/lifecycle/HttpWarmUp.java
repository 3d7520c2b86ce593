package io.leeloogateway.lifecycle;

import io.leeloogateway.request.WarmUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sends a request through server, filters and MVC. */
@Component
class HttpWarmUp implements WarmUp {

    private static final Duration BUDGET = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Needs no key and is not recorded in the audit log. */
    private static final String PUBLIC_PATH = "/problems/not-found";

    private final Environment environment;

    HttpWarmUp(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String step() {
        return "request";
    }

    @Override
    public Duration budget() {
        return BUDGET;
    }

    /** There is nothing to rehearse without a web server. */
    @Override
    public Duration rehearse() {
        var port = environment.getProperty("local.server.port");
        var started = System.nanoTime();
        if (port != null) {
            request(URI.create("http://127.0.0.1:" + port + PUBLIC_PATH));
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static void request(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(Math.toIntExact(TIMEOUT.toMillis()));
            connection.setReadTimeout(Math.toIntExact(TIMEOUT.toMillis()));
            try (var body = connection.getInputStream()) {
                body.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
