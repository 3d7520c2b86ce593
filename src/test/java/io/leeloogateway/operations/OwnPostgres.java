package io.leeloogateway.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL 18 of a test's own, to be stopped, frozen and killed; its port and its data stay. */
public final class OwnPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    private OwnPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = launch();
    }

    public static OwnPostgres start() {
        try {
            return new OwnPostgres(Files.createTempDirectory("own-postgres").resolve("data"), freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url(),
                "--spring.datasource.username=" + USER,
                "--spring.datasource.password=" + USER);
    }

    /** A connection for each statement, so that no outage leaves a dead one behind. */
    public JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(url(), USER, USER));
    }

    /** Keeps the locks that a statement takes until it is closed. */
    public Connection hold(String statement) throws SQLException {
        var connection = DriverManager.getConnection(url(), USER, USER);
        connection.setAutoCommit(false);
        try (var holding = connection.createStatement()) {
            holding.execute(statement);
        }
        return connection;
    }

    /** How many of the gateway's connections wait for that, in the middle of such a statement. */
    int waiting(String event, String statement) {
        return database()
                .sql("""
                        select count(*) from pg_stat_activity
                        where (wait_event_type = :event or wait_event = :event) and query ilike :statement and pid <> pg_backend_pid()""")
                .param("event", event)
                .param("statement", statement + "%")
                .query(Integer.class)
                .single();
    }

    /** How many connections of others it has; what was under way on one that is gone is committed or never will be. */
    public int connected() {
        return database().sql("""
                        select count(*) from pg_stat_activity
                        where backend_type = 'client backend' and pid <> pg_backend_pid()""").query(Integer.class).single();
    }

    /** How many changes to the ledger are written to the disk, but not yet told to who made them. */
    int committing() {
        return database().sql("""
                        select count(distinct activity.pid) from pg_stat_activity activity join pg_locks held using (pid)
                        where wait_event = 'SyncRep' and relation = 'operations'::regclass and mode = 'RowExclusiveLock'""").query(Integer.class).single();
    }

    /** From now on a commit is written to the disk, but its client does not hear of it, nor does anybody else see it. */
    void keepCommitsToItself(boolean does) {
        var database = database();
        database.sql("alter system set synchronous_standby_names = '" + (does ? "nobody" : "") + "'")
                .update();
        database.sql("select pg_reload_conf()").query(Boolean.class).single();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> database.sql("show synchronous_standby_names")
                                .query(String.class)
                                .single()
                                .isEmpty()
                        != does);
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startAgain() {
        server = launch();
    }

    /** As after a power cut: nobody is told, and the next start has to recover. */
    void crash() {
        var postmaster = postmaster();
        signal("QUIT", Stream.of(postmaster));
        postmaster.onExit().join();
        stop();
    }

    public void freeze() {
        signal("STOP", processes());
    }

    public void thaw() {
        signal("CONT", processes());
    }

    @Override
    public void close() {
        stop();
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private EmbeddedPostgres launch() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    // Off in an embedded one, which nobody minds to lose.
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
        }
    }

    private Stream<ProcessHandle> processes() {
        var postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    private ProcessHandle postmaster() {
        try (var lines = Files.lines(folder.resolve("postmaster.pid"))) {
            var pid = Long.parseLong(lines.findFirst().orElseThrow().strip());
            return ProcessHandle.of(pid).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String name, Stream<ProcessHandle> processes) {
        var command = Stream.concat(
                        Stream.of("kill", "-" + name), processes.map(process -> Long.toString(process.pid())))
                .toList();
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
