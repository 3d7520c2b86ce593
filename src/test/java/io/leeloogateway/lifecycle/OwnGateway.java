package io.leeloogateway.lifecycle;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.fixtures.FreePorts;
import io.leeloogateway.fixtures.PostgresProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway in profile sandbox with jobs, on a PostgreSQL of one test. */
record OwnGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The timeout of health probes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** These settings take precedence. */
    static OwnGateway start(PostgresProcess postgres, String... settings) {
        var otherwise = new ArrayList<>(postgres.settings());
        otherwise.addAll(List.of("--spring.profiles.active=sandbox", "--gateway.lifecycle.drain-delay=0s"));
        return new OwnGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new FreePorts())
                .properties(otherwise.stream()
                        .map(setting -> setting.replaceFirst("^--", ""))
                        .toArray(String[]::new))
                .run(settings));
    }

    HttpResponse<String> probe(String path) {
        return send("management.server.port", "/actuator/health" + path, request -> request);
    }

    HttpResponse<String> get(String path) {
        return request("GET", path, demoKey());
    }

    HttpResponse<String> put(String path) {
        return request("PUT", path, demoKey());
    }

    HttpResponse<String> post(String path, String key, String idempotencyKey, String json) {
        return send(
                "server.port",
                path,
                request -> request.header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The headers are pairs of a name and a value. */
    HttpResponse<String> request(String method, String path, String key, String... headers) {
        return send("server.port", path, request -> {
            request.header("Authorization", "Bearer " + key).method(method, HttpRequest.BodyPublishers.noBody());
            return headers.length == 0 ? request : request.headers(headers);
        });
    }

    private String demoKey() {
        return context.getEnvironment().getRequiredProperty("gateway.access.demo-key");
    }

    private HttpResponse<String> send(String port, String path, UnaryOperator<HttpRequest.Builder> customizer) {
        var address = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
        var request = customizer.apply(HttpRequest.newBuilder(address).timeout(TIMEOUT));
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
