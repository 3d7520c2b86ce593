package io.leeloogateway.lifecycle;

import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.WarmUp;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Runs all warm-ups after the ports are open and before readiness is up, until all have settled or the time is up. */
@Component
class StartupWarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(StartupWarmUp.class);

    /** A busy machine may never keep the budgets, and an instance that never gets ready is no help. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** For the last rehearsals, which hold connections that requests need. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final List<WarmUp> warmUps;
    private final Duration limit;

    @Autowired
    StartupWarmUp(List<WarmUp> warmUps) {
        this(warmUps, LIMIT);
    }

    StartupWarmUp(List<WarmUp> warmUps, Duration limit) {
        this.warmUps = warmUps;
        this.limit = limit;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var started = System.nanoTime();
        var runs = warmUps.stream().map(WarmUpRun::new).toList();
        var threads = runs.stream()
                .map(run -> Thread.ofVirtual().name("warm-up").start(run))
                .toList();
        await(threads, limit);
        var unsettled = runs.stream().filter(run -> !run.isSettled()).toList();
        runs.forEach(WarmUpRun::stop);
        await(threads, GRACE);
        report(unsettled, Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    private static void await(List<Thread> threads, Duration time) throws InterruptedException {
        var end = Deadline.after(time);
        for (var thread : threads) {
            thread.join(end.remaining());
        }
    }

    private static void report(List<WarmUpRun> unsettled, long millis) {
        if (unsettled.isEmpty()) {
            log.info("warm-up complete after {} ms", millis);
        } else {
            log.warn("warm-up incomplete after {} ms, the first requests may be slow: {}", millis, unsettled);
        }
    }
}
