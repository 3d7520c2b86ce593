import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Open-loop load: fourteen reads and three changes a second, fewer than the demo client's limit, however slow the gateway is. Prints a line for each
 * request: start (ms), read or change, status (0: none), duration (ms), outcome of a change, status of the last attempt. With "repeat" a
 * change is sent again with the same key while the response is retryable, as docs/changes.md says.
 */
class Callers {

    private static final String CHANNEL = "/api/v1/channels/64a0c3f00001000000000003/messages";
    private static final String[] READS = {"/api/v1/tags", "/api/v1/people/64a0c3f00001000000000002", "/api/v1/users"};
    private static final int ATTEMPTS = 20;

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String address;
    private final String key;
    private final boolean repeats;
    private final AtomicInteger count = new AtomicInteger();
    private final Phaser inFlight = new Phaser(1);

    private Callers(String address, String key, boolean repeats) {
        this.address = address;
        this.key = key;
        this.repeats = repeats;
    }

    public static void main(String[] args) throws InterruptedException {
        var callers = new Callers(args[0], args[1], args.length > 3 && args[3].equals("repeat"));
        var clock = Executors.newScheduledThreadPool(2);
        clock.scheduleAtFixedRate(callers::read, 0, 70, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(callers::change, 0, 333, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> callers.finish(clock)));
        Thread.sleep(Duration.ofSeconds(Long.parseLong(args[2])).toMillis());
        System.exit(0);
    }

    /** Waits for all requests in flight, at the end of the time and on SIGTERM. */
    private void finish(ExecutorService clock) {
        clock.shutdownNow();
        inFlight.awaitAdvance(inFlight.arrive());
    }

    private void read() {
        send("read", request(READS[count.incrementAndGet() % READS.length]).build());
    }

    private void change() {
        var text = "{\"text\":\"load " + count.incrementAndGet() + "\"}";
        send(
                "change",
                request(CHANNEL)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(text))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key);
    }

    private void send(String kind, HttpRequest request) {
        var start = System.currentTimeMillis();
        inFlight.register();
        HTTP.sendAsync(request, BodyHandlers.ofString()).whenComplete((response, failure) -> {
            var duration = System.currentTimeMillis() - start;
            var first = start + " " + kind + " " + status(response) + " " + duration + " " + outcome(response) + " ";
            last(request, response, 1).thenAccept(last -> System.out.println(first + status(last)))
                    .whenComplete((done, error) -> inFlight.arriveAndDeregister());
        });
    }

    private CompletableFuture<HttpResponse<String>> last(HttpRequest request, HttpResponse<String> response, int attempts) {
        if (!repeats || attempts == ATTEMPTS || !isRetryable(response)) {
            return CompletableFuture.completedFuture(response);
        }
        var later = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> HTTP.sendAsync(request, BodyHandlers.ofString()), later)
                .thenCompose(sent -> sent.handle((next, error) -> next))
                .thenCompose(next -> last(request, next, attempts + 1));
    }

    private static boolean isRetryable(HttpResponse<String> response) {
        return response != null && response.body().matches("(?s).*\"retryable\" ?: ?true.*");
    }

    private static int status(HttpResponse<String> response) {
        return response == null ? 0 : response.statusCode();
    }

    private static String outcome(HttpResponse<String> response) {
        if (response == null || response.statusCode() < 300) {
            return "-";
        }
        var outcome = response.body().replaceFirst("(?s).*\"outcome\" ?: ?\"(\\w+)\".*", "$1");
        return outcome.length() < 20 ? outcome : "none";
    }
}
