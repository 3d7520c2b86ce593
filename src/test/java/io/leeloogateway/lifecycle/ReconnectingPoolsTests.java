package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.PostgresProcess;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReconnectingPoolsTests {

    private static final int OUTAGE_MILLIS = 3_500;
    private static final Duration RECOVERY = Duration.ofSeconds(1);

    /** After such an outage, a pool of HikariCP alone pauses for another second and a half. */
    @Test
    void allPoolsRecoverTogether() throws Exception {
        try (var postgres = PostgresProcess.start();
                var forwarder = new TcpForwarder(port(postgres.url()))) {
            var url = postgres.url().replace(":" + port(postgres.url()), ":" + forwarder.port());
            var pools = IntStream.range(0, 3).mapToObj(_ -> pool(url)).toList();
            each(pools, pool -> assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class));

            forwarder.open();
            var opened = System.nanoTime();
            each(pools, ReconnectingPoolsTests::connect);

            assertThat(Duration.ofNanos(System.nanoTime() - opened)).isLessThan(RECOVERY);
            pools.forEach(HikariDataSource::close);
        }
    }

    /** HikariCP gives the failure as the cause only if the attempt has ended. */
    @Test
    void permanentErrorIsNotRetried() {
        try (var postgres = PostgresProcess.start();
                var pool = pool(postgres.url().replace("/postgres", "/absent"))) {
            assertThatThrownBy(pool::getConnection)
                    .rootCause()
                    .hasMessageContaining("database \"absent\" does not exist");
        }
    }

    @Test
    void firstCallerDoesNotWaitForPostgres() {
        try (var pool = pool("jdbc:postgresql://127.0.0.1:1/none")) {
            pool.setInitializationFailTimeout(1);

            assertThatThrownBy(pool::getConnection).hasMessageContaining("refused");
        }
    }

    @Test
    void closeOfThePoolEndsTheAttempts() {
        var pool = pool("jdbc:postgresql://127.0.0.1:1/none");
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
        var closing = System.nanoTime();

        pool.close();

        assertThat(Duration.ofNanos(System.nanoTime() - closing)).isLessThan(Duration.ofSeconds(3));
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setConnectionTimeout(OUTAGE_MILLIS);
        pool.setInitializationFailTimeout(-1);
        return (HikariDataSource) new ReconnectingPools().postProcessAfterInitialization(pool, "pool");
    }

    private static void each(List<HikariDataSource> pools, Consumer<HikariDataSource> work) {
        pools.stream()
                .map(pool -> CompletableFuture.runAsync(() -> work.accept(pool), Thread::startVirtualThread))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static void connect(HikariDataSource pool) {
        try (var connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(String url) {
        return URI.create(url.substring("jdbc:".length())).getPort();
    }
}
