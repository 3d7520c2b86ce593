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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A stub of Leeloo that accepts 300 requests a minute, and a client that reads people in a Zipf distribution; see bench/zipf. */
final class Zipf {

    private static final int PEOPLE = 10_000;
    private static final int READS = 6_000;
    private static final int READS_PER_SECOND = 50;
    private static final int LEELOO_LIMIT = 300;
    private static final String PERSON = """
            {"status":1,"data":{"id":"%1$s","name":"Person %1$s","tags":[],"profileImage":"NOT_DEFINED","gender":"female",
            "phone":"NOT_DEFINED","email":"%1$s@example.com","locale":"en_GB","accounts":[],"subscribeHistory":[],
            "links":{"contactedUsers":[],"orders":[]},"custom_fields":[],
            "created_at":"2026-01-13T08:20:37.508Z","updated_at":"2026-01-13T08:20:37.508Z"}}""";
    private static final String ROW = """
            {"id":"%1$024x","name":"Person %1$d","email":"%1$d@example.com","phone":"NOT_DEFINED","tags":[],"created_at":"2026-01-13T08:20:37.508Z"}""";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final AtomicInteger calls = new AtomicInteger();
    private static final AtomicInteger throttled = new AtomicInteger();
    private static long window;
    private static int used;

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "leeloo" -> leeloo(Integer.parseInt(args[1]));
            case "read" -> read(args[1], args[2], args[3], args[4]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void leeloo(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v2/", Zipf::respond);
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
        send(exchange, 200, "application/json", body(exchange.getRequestURI()));
    }

    private static String body(URI address) {
        var path = address.getPath().substring("/api/v2".length());
        return switch (path) {
            case "/people" -> list(address.getQuery());
            case "/connections" -> "{\"status\":1,\"data\":{\"connections\":[]}}";
            case "/template-categories" -> "{\"status\":1,\"data\":{\"categories\":[]}}";
            case String person when person.startsWith("/people/") -> PERSON.formatted(person.substring("/people/".length()));
            default -> "{\"status\":1,\"data\":[],\"meta\":{\"limit\":100,\"offset\":0,\"filteredCount\":0,\"totalCount\":0}}";
        };
    }

    /** A page of the list of people; nobody has written lately. */
    private static String list(String query) {
        var match = Pattern.compile("offset=(\\d+)").matcher(query);
        var offset = match.find() ? Integer.parseInt(match.group(1)) : 0;
        var people = query.contains("last_message") ? 0 : PEOPLE;
        var rows = IntStream.rangeClosed(offset + 1, Math.min(people, offset + 100))
                .mapToObj(ROW::formatted)
                .collect(Collectors.joining(","));
        return "{\"status\":1,\"data\":[%s],\"meta\":{\"limit\":100,\"offset\":%d,\"filteredCount\":100,\"totalCount\":%d}}"
                .formatted(rows, offset, people);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void read(String gateway, String key, String leeloo, String view) throws Exception {
        if (!gateway.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only against 127.0.0.1");
        }
        var people = people();
        var results = new TreeMap<String, Integer>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < READS; i++) {
                LockSupport.parkNanos(began + i * Duration.ofSeconds(1).toNanos() / READS_PER_SECOND - System.nanoTime());
                var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/people/%024x?view=%s".formatted(people[i] + 1, view)))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + key)
                        .build();
                threads.submit(() -> {
                    var result = result(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
                    synchronized (results) {
                        results.merge(result, 1, Integer::sum);
                    }
                    return null;
                });
            }
        }
        var counts = HTTP.send(HttpRequest.newBuilder(URI.create(leeloo + "/counts")).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .split(" ");
        System.out.printf("%d reads with view=%s: answered %.2f %%, refused with Retry-After %.2f %%%n", READS, view,
                percent(results, "200 "), percent(results, "[45].*Retry-After"));
        System.out.printf("calls to Leeloo since its start, runs included, per 1,000 reads %.0f%n", 1000.0 * Integer.parseInt(counts[0]) / READS);
        System.out.printf("throttled by Leeloo %s times%n", counts[1]);
        System.out.println("computed, for a cache with a TTL of 60 s that always asks on a miss and serves stale entries on failure: " + compute(people));
        results.forEach((result, count) -> System.out.printf("%6d  %s%n", count, result));
    }

    private static String result(HttpResponse<String> response) {
        var cacheStatus = response.headers().firstValue("Cache-Status").orElse("none").replaceAll("ttl=-?\\d+", "ttl");
        var problem = Pattern.compile("\"type\" ?: ?\"/problems/([^\"]*)\"").matcher(response.body());
        return response.statusCode() + " " + (problem.find() ? problem.group(1) : cacheStatus) + (response.headers().firstValue("Retry-After").isPresent() ? ", Retry-After" : "");
    }

    private static double percent(Map<String, Integer> results, String pattern) {
        return 100.0 / READS * results.entrySet().stream()
                .filter(result -> Pattern.compile("^" + pattern).matcher(result.getKey()).find())
                .mapToInt(Map.Entry::getValue)
                .sum();
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
