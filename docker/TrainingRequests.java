import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Waits for a gateway in profile {@code sandbox} and sends it thousands of requests of all kinds, so that its AOT cache contains what they need. Fails
 * if one is answered with 5xx. The class path contains the gateway's jar.
 */
class TrainingRequests {

    private static final String PERSON = "/api/v1/people/64a0c3f00001000000000002";

    private static final List<String> READS = List.of(
            PERSON,
            PERSON + "/orders",
            "/api/v1/people?limit=20",
            "/api/v1/people?limit=100&offset=5",
            "/api/v1/people/search?q=ann",
            "/api/v1/people/lookup?phone=%2B380500000000",
            "/api/v1/orders?limit=20",
            "/api/v1/orders/64a0c3f0000b000000000001",
            "/api/v1/channels",
            "/api/v1/channels/64a0c3f00001000000000003/messages",
            "/api/v1/tags",
            "/api/v1/users",
            "/api/v1/tunnels",
            "/api/v1/template-categories",
            "/api/v1/me",
            "/api/v1/quota",
            "/api/v1/operations",
            "/api/v1/audit-entries",
            "/api/v1/changes",
            "/api/v1/status",
            "/api/v1/clients",
            "/api/v1/people?limit=wrong",
            "/api/v1/nothing",
            "/leeloo/api/v2/people/64a0c3f00001000000000002",
            "/leeloo/api/v2/people?limit=20");

    private static final String REFUSED = "{\"text\":\"" + "a".repeat(4_000) + "\"}";

    private static final int ROUNDS = 160;
    private static final int CALLERS = 4;
    private static final Duration START = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String key;

    private TrainingRequests(String address, String key) {
        this.address = address;
        this.key = key;
    }

    public static void main(String[] args) throws Exception {
        var port = args.length > 0 ? args[0] : "8080";
        var training = new TrainingRequests("http://127.0.0.1:" + port, demoKey());
        training.awaitStart();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var rounds = new ArrayList<Callable<Void>>();
            for (var round = 0; round < ROUNDS; round++) {
                rounds.add(training::sendAll);
            }
            for (var finished : callers.invokeAll(rounds)) {
                finished.get();
            }
        }
    }

    private static String demoKey() throws IOException {
        try (var settings = TrainingRequests.class.getResourceAsStream("/application-sandbox.yaml")) {
            return new String(settings.readAllBytes())
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("demo-key: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("demo-key: ".length());
        }
    }

    private void awaitStart() throws InterruptedException {
        var end = System.nanoTime() + START.toNanos();
        while (!isStarted()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the gateway does not start");
            }
            Thread.sleep(200);
        }
    }

    private boolean isStarted() throws InterruptedException {
        try {
            return send(request(PERSON).GET()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Void sendAll() throws IOException, InterruptedException {
        for (var path : READS) {
            var response = check(send(request(path).GET()));
            var version = response.headers().firstValue("ETag");
            if (version.isPresent()) {
                check(send(request(path).header("If-None-Match", version.get()).GET()));
            }
        }
        check(send(request(PERSON + "/comments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"Called\"}"))));
        check(send(refused(REFUSED)));
        check(send(refused(REFUSED).header("Authorization", "Bearer invalid")));
        return null;
    }

    /** A burst of refused bodies must not find cold code. */
    private HttpRequest.Builder refused(String body) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1/people"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> check(HttpResponse<String> response) {
        if (response.statusCode() >= 500) {
            throw new IllegalStateException(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }
}
