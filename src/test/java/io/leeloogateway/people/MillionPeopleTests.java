package io.leeloogateway.people;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A look-up among a million people is as fast as among ten thousand. */
@GatewayTest
@Tag("acceptance")
class MillionPeopleTests {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int TIMES = 200;

    /** The conditions of look-ups, with the format of the value for a person number. */
    private static final Map<String, String> LOOKUP_CONDITIONS = Map.of(
            "id = :value", "%024x",
            "phone = :value", "49%010d",
            "email = :value", "person.%d@example.org",
            "tags @> array[:value::text]", "tag %d",
            "channel_ids @> array[:value::text]", "c%023x");

    @Autowired
    JdbcClient database;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    @AfterEach
    void deletePeople() {
        database.sql("truncate cached_people").update();
    }

    @Test
    void lookUpsUseAnIndex() {
        fill(1, FEW);
        var few = medians(FEW);
        fill(FEW + 1, MANY);
        var many = medians(MANY);

        LOOKUP_CONDITIONS.forEach((condition, value) -> {
            var fewMicros = requireNonNull(few.get(condition));
            var manyMicros = requireNonNull(many.get(condition));
            System.out.printf("%s: %d us of %d, %d us of %d%n", condition, fewMicros, FEW, manyMicros, MANY);
            assertThat(plan(condition, value.formatted(4711)))
                    .as(condition)
                    .contains("Index")
                    .doesNotContain("Seq Scan");
            assertThat(manyMicros).as(condition).isLessThan(2 * fewMicros);
        });
    }

    /** Bypasses the pool, whose connections time out after two seconds. */
    private void fill(int from, int to) {
        var dataSource = new DriverManagerDataSource(url, username, password);
        var jdbc = JdbcClient.create(dataSource);
        jdbc.sql("""
                        insert into cached_people (id, document, fetched_at, name, phone, email, tags, channel_ids)
                        select lpad(to_hex(n), 24, '0'), '{}', now(), 'Person ' || n, '49' || lpad(n::text, 10, '0'),
                            'person.' || n || '@example.org', array['tag ' || n, 'of all ' || n % 10],
                            array['c' || lpad(to_hex(n), 23, '0')] from generate_series(?, ?) n""").params(from, to).update();
        jdbc.sql("vacuum analyze cached_people").update();
    }

    private Map<String, Long> medians(int people) {
        var medians = new LinkedHashMap<String, Long>();
        LOOKUP_CONDITIONS.forEach((condition, value) -> {
            IntStream.range(0, TIMES).forEach(i -> measure(condition, value.formatted(i * (people / TIMES) + 1)));
            var times = IntStream.range(0, TIMES)
                    .mapToLong(i -> measure(condition, value.formatted((i * 7919L * 31) % people + 1)))
                    .sorted()
                    .toArray();
            medians.put(condition, times[TIMES / 2] / 1_000);
        });
        return medians;
    }

    private long measure(String condition, String value) {
        var start = System.nanoTime();
        var found = database.sql("select id from cached_people where " + condition)
                .param("value", value)
                .query((row, _) -> row.getString("id"))
                .list();
        var nanos = System.nanoTime() - start;
        assertThat(found).hasSize(1);
        return nanos;
    }

    private String plan(String condition, String value) {
        return database
                .sql("explain select id from cached_people where " + condition)
                .param("value", value)
                .query((row, _) -> row.getString(1))
                .stream()
                .collect(joining("\n"));
    }
}
