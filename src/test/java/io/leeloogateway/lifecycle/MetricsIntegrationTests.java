package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Dashboard and alerts use only existing metrics and labels. */
@GatewayTest
class MetricsIntegrationTests {

    private static final Path FOLDER = Path.of("deploy/observability");

    /** Metrics of Prometheus. */
    private static final Set<String> PROMETHEUS_METRICS = Set.of("up");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\{\\{[^}]*}}");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\bby \\([^)]*\\)|\\[[^]]*]");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+(_[a-z0-9]+)*\\b(?!\\()");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String management;
    private final String gateway;
    private final String key;

    MetricsIntegrationTests(
            @Value("${management.server.port}") String management,
            @Value("${server.port}") String gateway,
            @Value("${gateway.access.demo-key}") String key) {
        this.management = "http://127.0.0.1:" + management + "/actuator";
        this.gateway = "http://127.0.0.1:" + gateway;
        this.key = key;
    }

    @Test
    void everyMetricOfDashboardAndAlertsExists() throws Exception {
        get(gateway + "/api/v1/tags");
        System.gc();

        var there = names(get(management + "/prometheus"));

        assertThat(namedByAlerts()).hasSizeGreaterThan(8).isSubsetOf(there);
        assertThat(namedByDashboard()).hasSizeGreaterThan(12).isSubsetOf(there);
    }

    @Test
    void requestsAreCountedByActionAndClient() throws Exception {
        get(gateway + "/api/v1/tags");

        assertThat(get(management + "/prometheus"))
                .containsPattern(
                        "gateway_requests_seconds_count\\{action=\"tags\\.\\w+\",client=\"\\w+\",status=\"2xx\"} ")
                .containsPattern("gateway_leeloo_calls_seconds_count\\{endpoint=\"ListTags\",outcome=\"success\"} ")
                .contains("gateway_cache_reads_total{kind=\"tags\",result=\"hit\"} ");
    }

    /** A rate needs an initial value, otherwise alerts miss the first failure. */
    @Test
    void countersOfAlertsExistBeforeTheFirstFailure() throws Exception {
        assertThat(get(management + "/prometheus"))
                .contains("gateway_leeloo_calls_seconds_count{endpoint=\"RecordCall\",outcome=\"leeloo-credentials\"} ")
                .contains("gateway_leeloo_calls_seconds_count{endpoint=\"ListTags\",outcome=\"leeloo-unavailable\"} ")
                .contains("gateway_operations_outcomes_total{outcome=\"unknown\"} ")
                .contains("gateway_operations_record_failures_total ")
                .contains("gateway_requests_seconds_count{action=\"none\",client=\"none\",status=\"5xx\"} ");
    }

    /** An alert with a misspelt label never fires. */
    @Test
    void everyLabelOfAlertsExists() throws Exception {
        var exposition = get(management + "/prometheus");
        var labels = Pattern.compile("(\\w+)\\{[^}]*?\\b(outcome|status)=~?\"([^\"]+)\"")
                .matcher(Files.readString(FOLDER.resolve("alerts.yml")))
                .results()
                .toList();

        assertThat(labels).hasSizeGreaterThan(3).allSatisfy(found -> {
            for (var value : found.group(3).split("[|]", -1)) {
                assertThat(exposition)
                        .containsPattern(found.group(1) + "\\{[^}]*" + found.group(2) + "=\"" + value + "\"");
            }
        });
    }

    @Test
    void healthIncludesLeelooAndReadinessIncludesPostgres() throws Exception {
        assertThat(get(management + "/health")).contains("\"leeloo\"", "\"callsInLastMinute\"");
        assertThat(get(management + "/health/readiness")).contains("\"db\"").doesNotContain("\"leeloo\"", "DataSource");
        assertThat(get(management + "/health/liveness")).doesNotContain("\"db\"", "\"leeloo\"");
    }

    private Set<String> namedByAlerts() throws IOException {
        var expressions = Files.readString(FOLDER.resolve("alerts.yml"))
                .replaceAll("(?m)^ *(- alert|- name|for|labels|annotations|summary|groups|rules):.*$", "")
                .replaceAll("(?m)^#.*$|expr:|>-", "");
        return named(expressions);
    }

    private Set<String> namedByDashboard() throws IOException {
        List<String> expressions = JsonPath.read(Files.readString(FOLDER.resolve("dashboard.json")), "$..expr");
        return expressions.stream().flatMap(one -> named(one).stream()).collect(Collectors.toSet());
    }

    private static Set<String> named(String expression) {
        var bare = LABELS.matcher(QUOTED.matcher(expression).replaceAll("")).replaceAll("");
        var names =
                NAME.matcher(bare).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(PROMETHEUS_METRICS);
        names.removeAll(Set.of("sum", "max", "by", "or", "and", "on"));
        return names;
    }

    private static Set<String> names(String exposition) {
        return exposition
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private String get(String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + key)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
