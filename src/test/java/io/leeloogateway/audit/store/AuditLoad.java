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

/** Callers that do not wait for one another: reads that are answered from copies, and a change to every tenth of them. */
final class AuditLoad implements AutoCloseable {

    private static final int CHANGE_EVERY = 10;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A request that was answered whole. */
    record Answered(String requestId, Instant at, Duration took, int status, String body) {}

    private final String run = "load-" + UUID.randomUUID() + "-";
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final GatewayProcess gateway;
    private final String key;
    private final boolean readsOnly;

    @SuppressWarnings("FutureReturnValueIgnored") // it runs until the end
    private AuditLoad(GatewayProcess gateway, String key, int aSecond, boolean readsOnly) {
        this.gateway = gateway;
        this.key = key;
        this.readsOnly = readsOnly;
        clock.scheduleAtFixedRate(this::ask, 0, TimeUnit.SECONDS.toMicros(1) / aSecond, TimeUnit.MICROSECONDS);
    }

    static AuditLoad mixed(GatewayProcess gateway, String key, int aSecond) {
        return new AuditLoad(gateway, key, aSecond, false);
    }

    static AuditLoad ofReads(GatewayProcess gateway, String key, int aSecond) {
        return new AuditLoad(gateway, key, aSecond, true);
    }

    /** What the ids of its requests begin with. */
    String run() {
        return run;
    }

    List<Answered> answers() {
        return List.copyOf(answers);
    }

    long answered(int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    /** Whether each was answered, or will not be. */
    boolean isOver() {
        return clock.isTerminated() && asked.get() == over.get();
    }

    void askNoMore() {
        clock.shutdown();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void ask() {
        var number = asked.incrementAndGet();
        var id = run + number;
        var begun = System.nanoTime();
        var _ = HTTP.sendAsync(request(number, id), HttpResponse.BodyHandlers.ofString())
                .handle((answer, _) -> {
                    if (answer != null) {
                        var took = Duration.ofNanos(System.nanoTime() - begun);
                        answers.add(new Answered(id, Instant.now(), took, answer.statusCode(), answer.body()));
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
