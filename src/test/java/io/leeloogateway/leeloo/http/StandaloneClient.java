package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.LeelooResponse;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.wire.RequestSender;
import io.leeloogateway.leeloo.wire.ResponseReader;
import io.leeloogateway.quota.StandaloneQuota;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;

/** A LeelooClient with the gateway's configuration, without the rest of the gateway. */
public final class StandaloneClient implements AutoCloseable {

    public static final String TOKEN = "of-no-worth-7c1d";
    public static final String REQUEST_ID = "request-of-a-test";

    private static final Clock CLOCK = Clock.fixed(SampleIds.THEN, ZoneOffset.UTC);

    private final List<ConnectionProvider> connections;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final LeelooClient leeloo;
    private final StandaloneQuota quota = new StandaloneQuota();

    private StandaloneClient(LeelooProperties properties) {
        var configuration = new LeelooConfiguration();
        connections = List.of(configuration.readConnections(properties), configuration.changeConnections(properties));
        var alarm = new TokenAlarm(meters, CLOCK);
        var tokens = new TokenSource(properties, alarm);
        var client = configuration.leelooWebClient(
                WebClient.builder(), connections.getFirst(), connections.getLast(), properties, tokens);
        var breakers = new CallBreakers(new BreakerConfiguration().leelooCircuitBreakers(), properties, meters);
        leeloo = new LeelooClient(
                new RequestSender(client),
                new Transport(properties, tokens, CLOCK),
                new ResponseReader(),
                new CallGuard(
                        new TokenGuard(tokens, alarm),
                        breakers,
                        new PermittedCalls(quota.get()),
                        new CallMetrics(meters, CLOCK)),
                new CallRetries(new SecureRandom(), meters));
    }

    /** A client for the base URL; each setting is {@code name=value} below {@code gateway.leeloo}. */
    public static StandaloneClient of(String baseUrl, String... settings) {
        return new StandaloneClient(properties(baseUrl, settings));
    }

    static LeelooProperties properties(String baseUrl, String... settings) {
        var given = new HashMap<>(Map.of("gateway.leeloo.base-url", baseUrl, "gateway.leeloo.token", TOKEN));
        for (var setting : settings) {
            var name = setting.substring(0, setting.indexOf('='));
            given.put("gateway.leeloo." + name, setting.substring(name.length() + 1));
        }
        var binder = new Binder(new MapConfigurationPropertySource(given));
        return binder.bindOrCreate("gateway.leeloo", LeelooProperties.class);
    }

    public <T> T execute(Query<T> query) {
        return execute(query, Duration.ofSeconds(10)).value();
    }

    public <T> LeelooResponse<T> execute(Query<T> query, Duration timeout) {
        return context(timeout).run(() -> leeloo.execute(query));
    }

    /** A read of a client of the gateway. */
    <T> T executeAs(String clientId, Query<T> query) {
        var context = context(Duration.ofSeconds(10));
        context.setCaller(new Caller(clientId, clientId, null, Set.of()));
        return context.run(() -> leeloo.execute(query)).value();
    }

    public <T> T send(Change<T> change) {
        return send(change, Duration.ofSeconds(10));
    }

    public <T> T send(Change<T> change, Duration timeout) {
        return context(timeout)
                .run(() -> leeloo.send(change, Deadline.after(timeout), leeloo.reserve()))
                .value();
    }

    MeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        connections.forEach(ConnectionProvider::dispose);
        quota.close();
    }

    private static RequestContext context(Duration timeout) {
        return new RequestContext(REQUEST_ID, Deadline.after(timeout));
    }
}
