package io.leeloogateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "test.database=searcher")
class SearcherIntegrationTests {

    /** More than the database sends at once. */
    private static final int PEOPLE = 12;

    private static final Duration TOO_LONG = Duration.ofMillis(1_900);
    private static final RowMapper<String> ID = (row, _) -> row.getString("id");

    @Autowired
    Searcher searcher;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void storePeople() {
        IntStream.range(0, PEOPLE)
                .forEach(number -> database.sql("""
                                insert into cached_people (id, list_row, list_row_fetched_at, name)
                                values (lpad(to_hex(:number), 24, '0'), '{}', now(), 'Anna')""").param("number", number).update());
    }

    @AfterEach
    void deletePeople() {
        database.sql("truncate cached_people").update();
    }

    @Test
    void rowsAreReadWithinTheTimeOfTheSearch() {
        assertThat(find(ID)).hasSize(PEOPLE);

        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> find((row, number) -> {
                    sleep(number == 0 ? TOO_LONG : Duration.ZERO);
                    return ID.mapRow(row, number);
                }));
    }

    /** A client has one permit. */
    @Test
    void searchThatIsPartOfAnotherHasItsPermit() {
        assertThat(searcher.together(() -> find(ID))).hasSize(PEOPLE);
    }

    private List<String> find(RowMapper<String> mapper) {
        var newestFirst = SortOrder.descending(SortOrder.Key.time("list_row_fetched_at"));
        var query = new SearchQuery("cached_people", "anna", _ -> List.of(), newestFirst);
        return searcher.find(query, new SearchPageRequest(100, null, null), "id", mapper)
                .rows();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
