package io.leeloogateway.cache.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Pages that nobody asks for again do not fill the disk. */
@GatewayTest
class ListSizeLimitIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    BatchUpdates batches;

    @BeforeEach
    @AfterEach
    void deleteEntries() {
        database.sql("delete from cached_documents").update();
    }

    @Test
    void oldestListsAreDeleted() {
        insert("PEOPLE_LIST", 12);
        insert("REFERENCE", 12);

        limit(DataSize.ofMegabytes(1)).run();

        assertThat(database.sql("select id from cached_documents where kind = 'PEOPLE_LIST'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "PEOPLE_LIST 1", "PEOPLE_LIST 2", "PEOPLE_LIST 3", "PEOPLE_LIST 4", "PEOPLE_LIST 5");
        assertThat(rows("REFERENCE")).isEqualTo(12);
    }

    @Test
    void smallListsStay() {
        insert("PEOPLE_LIST", 5);

        limit(DataSize.ofMegabytes(1)).run();

        assertThat(rows("PEOPLE_LIST")).isEqualTo(5);
    }

    private ListSizeLimit limit(DataSize size) {
        return new ListSizeLimit(
                database,
                batches,
                new CacheProperties(
                        null, null, null, null, null, null, null, null, Duration.ZERO, size, Duration.ZERO));
    }

    /** Of 200 kB each, which cannot be compressed; each is a second older than the one before. */
    private void insert(String kind, int documents) {
        database.sql("""
                        insert into cached_documents (id, kind, document, fetched_at, generation)
                        select :kind || ' ' || n, :kind, string_agg(sha256((n || '-' || part)::bytea), ''), now() - n * interval '1 second', 0
                        from generate_series(1, :documents) n, generate_series(1, 6400) part group by n""").param("kind", kind).param("documents", documents).update();
    }

    private int rows(String kind) {
        return database.sql("select count(*) from cached_documents where kind = ?")
                .param(kind)
                .query(Integer.class)
                .single();
    }
}
