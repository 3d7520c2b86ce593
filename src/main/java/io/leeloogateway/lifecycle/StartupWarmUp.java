package io.leeloogateway.lifecycle;

import io.leeloogateway.request.WarmUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Runs all warm-ups after the ports are open and before readiness is up, for at most five seconds. */
@Component
class StartupWarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(StartupWarmUp.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int REPETITIONS = 30;

    /** Needs no key and is not recorded in the audit log. */
    private static final String PUBLIC_PATH = "/problems/not-found";

    private final List<WarmUp> warmUps;
    private final Environment environment;

    StartupWarmUp(List<WarmUp> warmUps, Environment environment) {
        this.warmUps = warmUps;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var start = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            var all = Stream.concat(warmUps.stream(), httpWarmUp(http)).toList();
            var left = new CountDownLatch(all.size());
            var threads = all.stream()
                    .map(warmUp -> Thread.ofVirtual().name("warm-up").start(() -> repeat(warmUp, left)))
                    .toList();
            var done = left.await(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            threads.forEach(Thread::interrupt);
            http.shutdownNow();
            log.info(
                    "{} after {} ms",
                    done ? "warm-up complete" : "warm-up incomplete",
                    Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }

    /** Sends requests through server, filters and MVC; empty without a web server. */
    private Stream<WarmUp> httpWarmUp(HttpClient http) {
        var port = environment.getProperty("local.server.port");
        return port == null ? Stream.empty() : Stream.of(() -> request(http, port));
    }

    private static void request(HttpClient http, String port) {
        var address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + PUBLIC_PATH;
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failed warm-up does not stop the start: the cause fails again in a request or a job. */
    private static void repeat(WarmUp warmUp, CountDownLatch left) {
        try {
            for (var count = 0; count < REPETITIONS && !Thread.currentThread().isInterrupted(); count++) {
                warmUp.warmUp();
            }
        } catch (RuntimeException e) {
            log.info("a warm-up failed, the first requests will be slower: {}", e.toString());
        } finally {
            left.countDown();
        }
    }
}
