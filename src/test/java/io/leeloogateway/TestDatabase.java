package io.leeloogateway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL 18 of the tests: in a container where a Docker engine answers, otherwise embedded. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(TestDatabase.class);
    private static final String IMAGE = "postgres:18";

    /** Names a database that a context shares with those of the same name only: their jobs see nobody else's rows. */
    private static final String OWN = "test.database";

    private static final Map<String, Server> OWN_ONES = new ConcurrentHashMap<>();

    /** One server for all contexts of this JVM, started when the first of them asks. */
    private static final class Shared {
        static final Server SERVER = start();
    }

    private static final Set<Server> STARTED = ConcurrentHashMap.newKeySet();

    /** Those that tests asked for so far. */
    static Set<Server> started() {
        return Set.copyOf(STARTED);
    }

    record Server(String url, String username, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url, username, password);
        }

        Server database(String name) {
            return OWN_ONES.computeIfAbsent(name, this::create);
        }

        private Server create(String name) {
            try (var connection = connect();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return new Server(url.replaceFirst("/\\w+(\\?|$)", "/" + name + "$1"), username, password);
            } catch (SQLException e) {
                throw new IllegalStateException("the database " + name + " cannot be made", e);
            }
        }

        void useIn(ConfigurableApplicationContext context) {
            STARTED.add(this);
            Map<String, Object> settings = Map.of(
                    "spring.datasource.url", url,
                    "spring.datasource.username", username,
                    "spring.datasource.password", password);
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", settings));
        }
    }

    /** All contexts of this JVM count the calls of these two in one window, and there are many. */
    private static final Map<String, Object> LIMITS = Map.of(
            "gateway.access.bootstrap-requests-per-minute", 100_000,
            "gateway.access.demo-requests-per-minute", 100_000,
            "gateway.shutdown.keep-serving", "0s");

    /** Each context that tests keep holds 18 of them; PostgreSQL itself allows 100. */
    private static final String CONNECTIONS = "600";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var own = context.getEnvironment().getProperty(OWN);
        (own == null ? Shared.SERVER : Shared.SERVER.database(own)).useIn(context);
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("test limits", LIMITS));
    }

    static Server embedded() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", CONNECTIONS)
                    .start();
            return announced(
                    "embedded", new Server(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
        }
    }

    private static Server start() {
        try {
            return DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        } catch (RuntimeException e) {
            log.warn("a Docker engine answers, but does not run {}: {}", IMAGE, e.getMessage());
            return embedded();
        }
    }

    /** Closed by this JVM; where nobody forbids Testcontainers' own watchdog, it does so too. */
    @SuppressWarnings("resource")
    private static Server container() {
        var postgres = new PostgreSQLContainer(IMAGE)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        postgres.start();
        return announced(
                "Testcontainers", new Server(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword()));
    }

    private static Server announced(String kind, Server server) {
        try (var connection = server.connect()) {
            log.info("PostgreSQL {} ({})", connection.getMetaData().getDatabaseProductVersion(), kind);
            return server;
        } catch (SQLException e) {
            throw new IllegalStateException("the " + kind + " PostgreSQL does not answer", e);
        }
    }
}
