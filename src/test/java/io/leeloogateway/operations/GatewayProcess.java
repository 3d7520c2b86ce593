package io.leeloogateway.operations;

import io.leeloogateway.GatewayApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A gateway in a process of its own, without the tests' classes, to be killed. */
public final class GatewayProcess implements AutoCloseable {

    static final String ADMIN_KEY = "of-no-worth-for-tests-only-0123456789";

    private static final Path LOGS = Path.of("target", "acceptance");
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Not in the command, which the JDK writes to the log. */
    private static final Map<String, String> SECRETS = Map.of(
            "LEELOO_TOKEN", "of-no-worth-token",
            "GATEWAY_PEPPER", "of-no-worth-pepper-0123456789-0123456789",
            "GATEWAY_BOOTSTRAP_ADMIN_KEY", ADMIN_KEY,
            // What Kubernetes puts beside them for a service called gateway.
            "GATEWAY_PORT", "tcp://10.0.0.1:8080",
            "GATEWAY_SERVICE_HOST", "10.0.0.1");

    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private GatewayProcess(List<String> settings) throws IOException {
        try (var server = new ServerSocket(0);
                var management = new ServerSocket(0)) {
            port = server.getLocalPort();
            managementPort = management.getLocalPort();
        }
        log = Files.createDirectories(LOGS).resolve("gateway-" + COUNT.incrementAndGet() + ".log");
        var builder =
                new ProcessBuilder(command(settings)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(SECRETS);
        process = builder.start();
    }

    /** Is ready when this returns. */
    public static GatewayProcess start(OwnPostgres postgres, String leelooUrl, String... settings) {
        var all = new ArrayList<>(postgres.settings());
        all.add("--gateway.leeloo.base-url=" + leelooUrl);
        all.addAll(List.of(settings));
        try {
            var gateway = new GatewayProcess(all);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(50))
                    .until(gateway::isReady);
            return gateway;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** {@code kill -9}; it is gone when this returns. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; returns at once. */
    void beginToEnd() {
        process.destroy();
    }

    /** Waits for its end, but no longer than a quarter of a minute. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gateway does not end, see " + log);
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        terminate();
    }

    /** SIGTERM; it is gone when this returns. */
    public void terminate() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the gateway ended with " + process.exitValue() + ", see " + log);
        }
        var readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        try {
            var request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(List<String> settings) {
        var java = ProcessHandle.current().info().command().orElseThrow();
        var fixed = Stream.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                GatewayApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort);
        return Stream.concat(fixed, settings.stream()).toList();
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
