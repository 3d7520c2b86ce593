package io.leeloogateway.cache.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Queries that nobody repeats do not fill the disk. */
@GatewayTest
class CacheSizeLimitIntegrationTests {

    @Autowired
    JdbcClient database;

    @BeforeEach
    @AfterEach
    void deleteEntries() {
        database.sql("delete from cached_documents").update();
        database.sql("delete from cached_tags").update();
    }

    @Test
    void oldestEntriesOfATypeAreDeleted() {
        insert("cached_documents", "PEOPLE_LIST", 12);
        insert("cached_documents", "CHANNEL_PERSON", 3);

        limit().run();

        assertThat(ids("cached_documents"))
                .containsExactlyInAnyOrder(
                        "PEOPLE_LIST 1",
                        "PEOPLE_LIST 2",
                        "PEOPLE_LIST 3",
                        "PEOPLE_LIST 4",
                        "PEOPLE_LIST 5",
                        "CHANNEL_PERSON 1",
                        "CHANNEL_PERSON 2",
                        "CHANNEL_PERSON 3");
    }

    @Test
    void moreThanOneBatchIsDeleted() {
        insert("cached_documents", "MESSAGES", 110);

        limit().run();

        assertThat(ids("cached_documents")).hasSize(5).contains("MESSAGES 1");
    }

    @Test
    void listsOfTagsAreLimitedToo() {
        insert("cached_tags", "TAGS", 7);

        limit().run();

        assertThat(ids("cached_tags")).hasSize(5).contains("TAGS 1");
    }

    private CacheSizeLimit limit() {
        var properties = new CacheProperties(
                null, null, null, null, null, null, null, null, Duration.ZERO, DataSize.ofMegabytes(1), Duration.ZERO);
        return new CacheSizeLimit(database, properties);
    }

    /** Of 200 kB each, which cannot be compressed; each is a second older than the one before. */
    private void insert(String table, String kind, int entries) {
        var hasKind = table.equals("cached_documents");
        database.sql("""
                        insert into %s (id, document, fetched_at, generation %s)
                        select :kind || ' ' || n, string_agg(sha256((n || '-' || part)::bytea), ''), now() - n * interval '1 second', 0 %s
                        from generate_series(1, :entries) n, generate_series(1, 6400) part group by n""".formatted(table, hasKind ? ", kind" : "", hasKind ? ", :kind" : ""))
                .param("kind", kind)
                .param("entries", entries)
                .update();
    }

    private List<@Nullable String> ids(String table) {
        return database.sql("select id from " + table).query(String.class).list();
    }
}
