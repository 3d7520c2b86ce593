import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

/** Alternates a change and a read, each sent to the simulated Leeloo directly and through the gateway; see bench/operations. */
final class Operations {

    private static final String PERSON = "64a0c3f00001000000000002";
    private static final String TAG = "64a0c3f00003000000000003";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String[] args) throws Exception {
        var gateway = args[0];
        var rounds = Integer.parseInt(args[2]);
        if (!gateway.startsWith("http://127.0.0.1:")) {
            throw new IllegalArgumentException("only against 127.0.0.1");
        }
        var leeloo = gateway + "/sandbox/leeloo/api/v2/people/" + PERSON;
        var api = gateway + "/api/v1/people/" + PERSON;
        var requests = new HttpRequest[] {
            request(leeloo + "/add-tag", "X-Leeloo-AuthToken", "sandbox-token")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"tag_id\":\"" + TAG + "\"}"))
                    .build(),
            request(api + "/tags/" + TAG, "Authorization", "Bearer " + args[1])
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build(),
            request(leeloo, "X-Leeloo-AuthToken", "sandbox-token").build(),
            request(api, "Authorization", "Bearer " + args[1]).header("Cache-Control", "no-cache").build()
        };
        measure(requests, rounds / 3); // warm-up
        var times = measure(requests, rounds);
        print("change, Leeloo directly", times[0]);
        print("change, through the gateway", times[1]);
        print("read, Leeloo directly", times[2]);
        print("read, through the gateway", times[3]);
        var change = median(times[1]) - median(times[0]);
        var read = median(times[3]) - median(times[2]);
        System.out.printf("the gateway adds to a change   %6.2f ms%n", change);
        System.out.printf("the gateway adds to a read     %6.2f ms%n", read);
        System.out.printf("recording adds, median         %6.2f ms%n", change - read);
    }

    private static double[][] measure(HttpRequest[] requests, int rounds) throws Exception {
        var times = new double[requests.length][rounds];
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < requests.length; i++) {
                var began = System.nanoTime();
                var response = HTTP.send(requests[i], HttpResponse.BodyHandlers.ofString());
                times[i][round] = (System.nanoTime() - began) / 1e6;
                if (response.statusCode() / 100 != 2) {
                    throw new IllegalStateException(requests[i] + " got " + response.statusCode() + " " + response.body());
                }
            }
        }
        for (var each : times) {
            Arrays.sort(each);
        }
        return times;
    }

    private static HttpRequest.Builder request(String uri, String header, String value) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10)).header(header, value);
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static void print(String label, double[] sorted) {
        System.out.printf("%-30s p50 %6.2f ms, p99 %6.2f ms%n", label, median(sorted), sorted[sorted.length * 99 / 100]);
    }
}
