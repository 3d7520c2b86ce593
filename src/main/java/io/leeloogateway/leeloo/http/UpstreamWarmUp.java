package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.wire.LeelooJson;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.WarmUp;
import java.net.URI;
import java.time.Duration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.json.JsonMapper;

/** Calls a page of this gateway with the client for Leeloo; Leeloo itself is not called and counts nothing. */
@Component
class UpstreamWarmUp implements WarmUp {

    /** A tenth of the time in which the send of a recorded change must begin. */
    private static final Duration BUDGET = Duration.ofMillis(200);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SIZE_LIMIT = 100_000;
    private static final Target PAGE = Target.of("problem", "not-found");

    private final ConnectionProvider connections;
    private final LeelooProperties properties;
    private final Transport transport;
    private final Environment environment;
    private final JsonMapper json = LeelooJson.mapper();

    UpstreamWarmUp(
            ConnectionProvider readConnections,
            LeelooProperties properties,
            Transport transport,
            Environment environment) {
        this.connections = readConnections;
        this.properties = properties;
        this.transport = transport;
        this.environment = environment;
    }

    @Override
    public String step() {
        return "call to Leeloo";
    }

    @Override
    public Duration budget() {
        return BUDGET;
    }

    /** Also loads what TLS needs, where Leeloo is called with it. */
    @Override
    public Duration rehearse() {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return Duration.ZERO;
        }
        var started = System.nanoTime();
        LeelooConfiguration.httpClient(connections, properties, properties.baseUrl())
                .warmup()
                .block(TIMEOUT);
        var context = new RequestContext("warm-up", Deadline.after(TIMEOUT));
        context.run(() -> call(URI.create("http://127.0.0.1:" + port + "/problems/not-found")));
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private int call(URI page) {
        var client = LeelooConfiguration.httpClient(connections, properties, page);
        var request = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(client))
                .build()
                .get()
                .uri(page);
        var response = transport.exchange(
                () -> request.retrieve().toEntityFlux(DataBuffer.class),
                new ResponseSize(SIZE_LIMIT, _ -> {}),
                PAGE,
                CallDeadlines.within(RequestContext.current().deadline()));
        return json.readTree(response.body().bytes()).size();
    }
}
