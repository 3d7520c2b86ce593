package io.leeloogateway.lifecycle;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.fixtures.FreePorts;
import io.leeloogateway.fixtures.PostgresProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway in profile sandbox on a PostgreSQL of a test's own, with its jobs. */
record OwnGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Longer than whoever probes waits. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** Whatever settings say otherwise, they win. */
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

    HttpResponse<String> probe(String path) throws IOException, InterruptedException {
        return ask("management.server.port", "/actuator/health" + path, "GET");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask("server.port", path, "GET");
    }

    HttpResponse<String> put(String path) throws IOException, InterruptedException {
        return ask("server.port", path, "PUT");
    }

    private HttpResponse<String> ask(String port, String path, String method) throws IOException, InterruptedException {
        var settings = context.getEnvironment();
        var address = URI.create("http://127.0.0.1:" + settings.getRequiredProperty(port) + path);
        var request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + settings.getProperty("gateway.access.demo-key"))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
