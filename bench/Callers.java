import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers that do not wait for one another: fourteen reads and three changes a second, fewer than the demo client's limit, whatever the gateway does. A line for each answer:
 * when it was asked (ms), read or change, status (0: none), ms, outcome of a change.
 */
class Callers {

    private static final String CHANNEL = "/api/v1/channels/64a0c3f00001000000000003/messages";
    private static final String[] READS = {"/api/v1/tags", "/api/v1/people/64a0c3f00001000000000002", "/api/v1/users"};

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String address;
    private final String key;
    private final AtomicInteger count = new AtomicInteger();
    private final Phaser under = new Phaser(1);

    private Callers(String address, String key) {
        this.address = address;
        this.key = key;
    }

    public static void main(String[] args) throws InterruptedException {
        var callers = new Callers(args[0], args[1]);
        var clock = Executors.newScheduledThreadPool(2);
        clock.scheduleAtFixedRate(callers::read, 0, 70, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(callers::change, 0, 333, TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> callers.end(clock)));
        Thread.sleep(Duration.ofSeconds(Long.parseLong(args[2])).toMillis());
        System.exit(0);
    }

    /** At the end of its time or when it is told to stop: every request is answered or failed, none forgotten. */
    private void end(ExecutorService clock) {
        clock.shutdownNow();
        under.awaitAdvance(under.arrive());
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
        var at = System.currentTimeMillis();
        under.register();
        HTTP.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            var took = System.currentTimeMillis() - at;
            var status = failure == null ? answer.statusCode() : 0;
            System.out.println(at + " " + kind + " " + status + " " + took + " " + outcome(answer));
            under.arriveAndDeregister();
        });
    }

    private static String outcome(HttpResponse<String> answer) {
        if (answer == null || answer.statusCode() < 300) {
            return "-";
        }
        var told = answer.body().replaceFirst("(?s).*\"outcome\" ?: ?\"(\\w+)\".*", "$1");
        return told.length() < 20 ? told : "untold";
    }
}
