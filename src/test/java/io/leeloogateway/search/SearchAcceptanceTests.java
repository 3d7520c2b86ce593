package io.leeloogateway.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.people.PeopleQueries;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Searches a million people over HTTP beside ten thousand, and inspects the plans. */
@GatewayTest
@Tag("acceptance")
class SearchAcceptanceTests {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int TIMES = 200;

    private static final List<String> SURNAMES =
            List.of("Ковалин", "Шевчен", "Бондарен", "Мельвако", "Savchenko", "Романик");

    /** The queries, with the number of a person in them. */
    private static final Map<String, String> SEARCHES = new LinkedHashMap<>(Map.of(
            "name fragment", "q=%1$s",
            "name with a typing error", "q=%1$sxz",
            "phone", "q=%%2B38%%20(050)%%20%2$07d",
            "two tags and a date range",
                    "tagsAll=tag%%20%3$d&tagsAll=city%%20%4$d&createdFrom=2020-06-01&createdTo=2025-06-01"));

    @Autowired
    JdbcClient database;

    @Autowired
    SearchRepository searches;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    GatewayClient gateway;

    @BeforeEach
    void connect(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
    }

    @AfterEach
    void deletePeople() {
        database.sql("truncate cached_people").update();
    }

    @Test
    void searchesUseIndexes() throws IOException {
        fill(1, FEW);
        var few = times();
        fill(FEW + 1, MANY);
        var many = times();

        var report = new ArrayList<String>();
        SEARCHES.keySet()
                .forEach(search -> report.add(
                        "%s: %s of %d, %s of %d".formatted(search, few.get(search), FEW, many.get(search), MANY)));
        report.add(
                "tags with counts, of %d people: %.0f ms".formatted(MANY, measure("/api/v1/tags?counts=true") / 1e6));
        AcceptanceReport.print("search", report);
        for (var query : List.of(
                PeopleQueries.words("шевчен", null),
                PeopleQueries.words("шевчен оксана", "-lastMessageAt"),
                PeopleQueries.words("ше", "createdAt"),
                PeopleQueries.words("+38 050 0004711", null),
                PeopleQueries.phone("380500004711"),
                PeopleQueries.tagsCreatedFrom(List.of("tag 4", "city 5"), "2021-01-01"),
                PeopleQueries.all("createdAt"),
                PeopleQueries.all("-lastMessageAt"))) {
            plans(query)
                    .forEach(plan -> assertThat(plan).contains("Index").doesNotContain("Seq Scan on cached_people"));
        }
    }

    /** Bypasses the pool, whose statements time out after two seconds. */
    private void fill(int from, int to) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(url, username, password));
        jdbc.sql("""
                        insert into cached_people (id, list_row, list_row_fetched_at, name, phone, email, tags, platforms, created_at, last_message_at)
                        select id, json_build_object('id', id, 'name', name, 'phone', '+' || phone, 'email', email, 'tags', tags, 'channels', '{}'::text[])::text,
                            now(), name, phone, email, tags, array['TELEGRAM'], created_at, created_at + n % 1000 * interval '1 hour'
                        from (
                            select n, lpad(to_hex(n), 24, '0') as id, '38050' || lpad(n::text, 7, '0') as phone, 'user.' || n || '@example.org' as email,
                                array['tag ' || n % 10, 'city ' || n % 97] as tags, timestamptz '2020-01-01' + n * interval '3 minutes' as created_at,
                                (array['Оксана','Марія','Софія','Ірина','Андрій','Тарас','Богдан','Юрій','Emma','Liam'])[1 + n % 10] || ' '
                                || (array['Кова','Шев','Бонда','Ткаче','Мель','Крав','Олій','Лис','Sav','Рома','Пет','Гнат','Дани','Зах','Іва'])[1 + n / 10 % 15]
                                || (array['ли','чен','рен','ва','ни','ти','сю','до','ги','chen'])[1 + n / 150 % 10]
                                || (array['ко','ук','ський','енко','як','ич'])[1 + n / 1500 % 6] as name
                            from generate_series(?, ?) n) people""").params(from, to).update();
        jdbc.sql("vacuum analyze cached_people").update();
    }

    private Map<String, String> times() {
        var times = new LinkedHashMap<String, String>();
        SEARCHES.forEach((name, query) -> {
            IntStream.range(0, TIMES / 4).forEach(i -> measure(query, i));
            var nanos = IntStream.range(0, TIMES)
                    .mapToLong(i -> measure(query, i))
                    .sorted()
                    .toArray();
            times.put(name, "p50 %s ms, p99 %s ms".formatted(millis(nanos, 50), millis(nanos, 99)));
        });
        return times;
    }

    private long measure(String query, int number) {
        var surname = SURNAMES.get(number % SURNAMES.size());
        var path = "/api/v1/people/search?" + query.formatted(surname, number * 47 + 1, number % 10, number % 97);
        return measure(URI.create(path).toASCIIString());
    }

    private long measure(String path) {
        var start = System.nanoTime();
        var response = gateway.get(path);
        var nanos = System.nanoTime() - start;
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return nanos;
    }

    private static double millis(long[] sorted, int percent) {
        return Math.round(sorted[(sorted.length - 1) * percent / 100] / 1e5) / 10.0;
    }

    /** The plans of all steps, also of the similar words. */
    private List<String> plans(SearchQuery query) {
        return searches.withSettings(() -> {
            var words = new WordConditions(
                    searches.fold(query.terms().words()), query.terms().numbers());
            var steps = new ArrayList<>(SearchStep.all(query, words));
            if (words.hasSimilar()) {
                Match.similar().forEach(match -> steps.add(steps.getFirst().as(match)));
            }
            return steps.stream().map(this::plan).toList();
        });
    }

    private String plan(SearchStep step) {
        searches.setThreshold(step.match());
        return database
                .sql("explain " + SearchRepository.sql(step, "document", false))
                .params(step.values())
                .param("limit", 21)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .collect(joining("\n"));
    }
}
