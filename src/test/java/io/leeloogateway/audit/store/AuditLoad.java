package io.leeloogateway.audit.store;

import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests at a fixed rate: reads that the cache answers, and a change in every tenth request. */
final class AuditLoad implements AutoCloseable {

    private static final int CHANGE_EVERY = 10;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A request with a complete response. */
    record Answered(String requestId, Instant at, Duration duration, int status, String body) {}

    private final String run = "load-" + UUID.randomUUID() + "-";
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final GatewayProcess gateway;
    private final String key;
    private final boolean readsOnly;

    @SuppressWarnings("FutureReturnValueIgnored") // runs until close()
    private AuditLoad(GatewayProcess gateway, String key, int rate, boolean readsOnly) {
        this.gateway = gateway;
        this.key = key;
        this.readsOnly = readsOnly;
        clock.scheduleAtFixedRate(this::ask, 0, TimeUnit.SECONDS.toMicros(1) / rate, TimeUnit.MICROSECONDS);
    }

    static AuditLoad mixed(GatewayProcess gateway, String key, int rate) {
        return new AuditLoad(gateway, key, rate, false);
    }

    static AuditLoad ofReads(GatewayProcess gateway, String key, int rate) {
        return new AuditLoad(gateway, key, rate, true);
    }

    /** The prefix of its request ids. */
    String run() {
        return run;
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }

    long answered(int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** Whether each request is answered or has failed. */
    boolean isOver() {
        return clock.isTerminated() && sent.get() == over.get();
    }

    void stop() {
        clock.shutdown();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void ask() {
        var number = sent.incrementAndGet();
        var id = run + number;
        var begun = System.nanoTime();
        var _ = HTTP.sendAsync(request(number, id), HttpResponse.BodyHandlers.ofString())
                .handle((answer, _) -> {
                    if (answer != null) {
                        var duration = Duration.ofNanos(System.nanoTime() - begun);
                        answers.add(new Answered(id, Instant.now(), duration, answer.statusCode(), answer.body()));
                    }
                    return over.incrementAndGet();
                });
    }

    private HttpRequest request(int number, String id) {
        var isChange = !readsOnly && number % CHANGE_EVERY == 0;
        var person = "64a2000000000000%08x".formatted(isChange ? number : 1);
        var path = "/api/v1/people/" + person + (isChange ? "/tags/" + ScriptedLeeloo.TAG : "");
        return HttpRequest.newBuilder(gateway.uri(path))
                .method(isChange ? "PUT" : "GET", HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + key)
                .header("X-Request-Id", id)
                .build();
    }
}
