package io.leeloogateway.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.people.TagCounts;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Tests the number of people with each tag. */
@GatewayTest
class TagCountsIntegrationTests {

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.resetAll();
    }

    @Test
    void countsAreThoseOfTheCachedPeople() {
        var people = gateway.get("/api/v1/people?limit=100").json().path("items");
        Map<String, Long> expected = people.valueStream()
                .flatMap(person -> person.path("tags").valueStream())
                .collect(Collectors.groupingBy(tag -> tag.path("name").asString(), Collectors.counting()));

        var tags = gateway.get("/api/v1/tags?counts=true").json().path("items");

        assertThat(expected).isNotEmpty();
        assertThat(tags.valueStream())
                .allSatisfy(tag -> assertThat(tag.path("people").asLong())
                        .as(tag.toString())
                        .isEqualTo(expected.getOrDefault(tag.path("name").asString(), 0L)));
    }

    @Test
    void countTakesAPermitOfSlowQueries(
            @Autowired SlowQueries slowQueries, @Autowired AutowireCapableBeanFactory beans) {
        gateway.get("/api/v1/people?limit=100");
        var counts = beans.createBean(TagCounts.class);

        var people = slowQueries.run(() -> slowQueries.run(counts::find));

        assertThat(people).isEmpty();
        assertThat(counts.find()).isNotEmpty();
    }

    /** The lock stands for a count that takes too long. */
    @Test
    void tagsAreListedWithoutCountsIfTheDatabaseFailsToCount(
            @Autowired AutowireCapableBeanFactory beans,
            @Autowired JdbcClient database,
            @Autowired PlatformTransactionManager transactions) {
        var counts = beans.createBean(TagCounts.class);

        var people = new TransactionTemplate(transactions).execute(_ -> {
            database.sql("lock table cached_people in access exclusive mode").update();
            return CompletableFuture.supplyAsync(counts::find).join();
        });

        assertThat(people).isEmpty();
    }

    @Test
    void countsAreOnRequestOnly() {
        var tags = gateway.get("/api/v1/tags").json().path("items");

        assertThat(tags.valueStream().map(JsonNode::propertyNames))
                .allSatisfy(names -> assertThat(names).containsExactly("id", "name"));
    }
}
