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

/** Warms up what the first requests will need, after the ports have opened and before readiness is up; gives up after five seconds. */
@Component
class StartupWarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(StartupWarmUp.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int ROUNDS = 30;

    /** Asks no key and stands in no diary. */
    private static final String OPEN_PAGE = "/problems/not-found";

    private final List<WarmUp> rooms;
    private final Environment environment;

    StartupWarmUp(List<WarmUp> rooms, Environment environment) {
        this.rooms = rooms;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var began = System.nanoTime();
        try (var http = HttpClient.newHttpClient()) {
            var all = Stream.concat(rooms.stream(), front(http)).toList();
            var left = new CountDownLatch(all.size());
            var threads = all.stream()
                    .map(one -> Thread.ofVirtual().name("warm-up").start(() -> rehearse(one, left)))
                    .toList();
            var done = left.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            threads.forEach(Thread::interrupt);
            http.shutdownNow();
            log.info(
                    "{} after {} ms",
                    done ? "warm" : "not yet warm",
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
    }

    /** The way of a request through server, filters and MVC; where no server listens, none. */
    private Stream<WarmUp> front(HttpClient http) {
        var port = environment.getProperty("local.server.port");
        return port == null ? Stream.empty() : Stream.of(() -> ask(http, port));
    }

    private static void ask(HttpClient http, String port) {
        var address = "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port + OPEN_PAGE;
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build();
        try {
            http.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever fails here will tell so again, to somebody. */
    private static void rehearse(WarmUp room, CountDownLatch left) {
        try {
            for (var round = 0; round < ROUNDS && !Thread.currentThread().isInterrupted(); round++) {
                room.warmUp();
            }
        } catch (RuntimeException e) {
            log.info("a warm-up failed, which only makes the first requests slower: {}", e.toString());
        } finally {
            left.countDown();
        }
    }
}
