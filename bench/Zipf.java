import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/** A stub of Leeloo that accepts 300 requests a minute, and a client that reads people in a Zipf distribution; see bench/zipf. */
final class Zipf {

    private static final int PEOPLE = 10_000;
    private static final int READS = 6_000;
    private static final int READS_PER_SECOND = 50;
    private static final int LEELOO_LIMIT = 300;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final AtomicInteger calls = new AtomicInteger();
    private static final AtomicInteger throttled = new AtomicInteger();
    private static long window;
    private static int used;

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "leeloo" -> leeloo(Integer.parseInt(args[1]));
            case "read" -> read(args[1], args[2], args[3]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void leeloo(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/people/", Zipf::respond);
        server.createContext("/counts", exchange -> send(exchange, 200, "text/plain", calls + " " + throttled));
        server.start();
    }

    /** The limit applies to windows of a minute, each from its first call. */
    private static synchronized boolean isThrottled() {
        var now = System.nanoTime();
        if (used == 0 || now - window >= Duration.ofMinutes(1).toNanos()) {
            window = now;
            used = 0;
        }
        return ++used > LEELOO_LIMIT;
    }

    private static void respond(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        if (isThrottled()) {
            throttled.incrementAndGet();
            send(exchange, 429, "text/plain", "Too many requests, please try again later.");
            return;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        var id = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        send(exchange, 200, "application/json", """
                {"status":1,"data":{"id":"%s","name":"Person %s","tags":[],"profileImage":"NOT_DEFINED","gender":"female",
                "phone":"NOT_DEFINED","email":"%s@example.com","locale":"en_GB","accounts":[],"subscribeHistory":[],
                "links":{"contactedUsers":[],"orders":[]},"custom_fields":[],
                "created_at":"2026-01-13T08:20:37.508Z","updated_at":"2026-01-13T08:20:37.508Z"}}""".formatted(id, id, id));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void read(String gateway, String key, String leeloo) throws Exception {
        if (!gateway.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only against 127.0.0.1");
        }
        var people = people();
        var statuses = new AtomicIntegerArray(600);
        var cacheStatuses = new TreeMap<String, Integer>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < READS; i++) {
                LockSupport.parkNanos(began + i * Duration.ofSeconds(1).toNanos() / READS_PER_SECOND - System.nanoTime());
                var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/people/%024x".formatted(people[i] + 1)))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + key)
                        .build();
                threads.submit(() -> {
                    var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                    statuses.incrementAndGet(response.statusCode());
                    var status = response.headers().firstValue("Cache-Status").orElse("none");
                    synchronized (cacheStatuses) {
                        cacheStatuses.merge(response.statusCode() + " " + status.replaceAll("ttl=-?\\d+", "ttl"), 1, Integer::sum);
                    }
                    return null;
                });
            }
        }
        var counts = HTTP.send(HttpRequest.newBuilder(URI.create(leeloo + "/counts")).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .split(" ");
        System.out.printf("%d reads, answered %.1f %%%n", READS, 100.0 * statuses.get(200) / READS);
        System.out.printf("calls to Leeloo per 1,000 reads %.0f%n", 1000.0 * Integer.parseInt(counts[0]) / READS);
        System.out.printf("throttled by Leeloo %s times%n", counts[1]);
        System.out.println("computed, for a cache with a TTL of 60 s that always asks on a miss and serves stale entries on failure: " + compute(people));
        cacheStatuses.forEach((status, count) -> System.out.printf("%6d  %s%n", count, status));
    }

    private static String compute(int[] people) {
        var loadedAt = new HashMap<Integer, Double>();
        var served = 0;
        var calls = 0;
        var rejected = 0;
        var minute = Double.NEGATIVE_INFINITY;
        var usedInMinute = 0;
        for (var i = 0; i < READS; i++) {
            var now = (double) i / READS_PER_SECOND;
            if (now - loadedAt.getOrDefault(people[i], Double.NEGATIVE_INFINITY) > 60) {
                calls++;
                if (now - minute >= 60) {
                    minute = now;
                    usedInMinute = 0;
                }
                if (++usedInMinute <= LEELOO_LIMIT) {
                    loadedAt.put(people[i], now);
                } else {
                    rejected++;
                }
            }
            served += loadedAt.containsKey(people[i]) ? 1 : 0;
        }
        return "%.1f %%, %.0f calls per 1,000, throttled %d times".formatted(100.0 * served / READS, 1000.0 * calls / READS, rejected);
    }

    /** Person n is read 1/n as often as person 1. */
    private static int[] people() {
        var sums = new double[PEOPLE];
        var sum = 0.0;
        for (var i = 0; i < PEOPLE; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        var random = new Random(42);
        var people = new int[READS];
        for (var i = 0; i < READS; i++) {
            var index = java.util.Arrays.binarySearch(sums, random.nextDouble() * sum);
            people[i] = Math.min(index < 0 ? -index - 1 : index, PEOPLE - 1);
        }
        return people;
    }
}
