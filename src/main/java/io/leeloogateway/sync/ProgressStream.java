package io.leeloogateway.sync;

import io.leeloogateway.access.CallerRecheck;
import io.leeloogateway.request.Deadline;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an event whenever a run has made progress, until the run ends, the caller leaves or its key is revoked, or the instance stops. */
@Component
class ProgressStream {

    private static final Logger log = LoggerFactory.getLogger(ProgressStream.class);
    private static final Duration MAX = Duration.ofMinutes(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

    private final SyncRuns runs;
    private final JsonMapper json;
    private final CallerRecheck caller;
    private final ApplicationAvailability availability;

    ProgressStream(SyncRuns runs, JsonMapper json, CallerRecheck caller, ApplicationAvailability availability) {
        this.runs = runs;
        this.json = json;
        this.caller = caller;
        this.availability = availability;
    }

    void write(SyncRunView first, HttpServletResponse response) {
        try {
            writeEvents(first, response.getOutputStream());
        } catch (IOException e) {
            log.debug("the caller follows run {} no longer", first.id(), e);
        }
    }

    private void writeEvents(SyncRunView first, OutputStream output) throws IOException {
        var end = Deadline.after(MAX);
        write(event(first), output);
        for (var last = first;
                !last.state().isFinished() && !end.remaining().isZero() && isServing() && caller.isAllowed(); ) {
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            var next = runs.find(first.id().toString());
            write(next.hasSameProgress(last) ? ":\n\n" : event(next), output);
            last = next;
        }
    }

    private boolean isServing() {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    private String event(SyncRunView run) {
        return "event: progress\ndata: " + json.writeValueAsString(run) + "\n\n";
    }

    /** A comment shows that the caller is still there. */
    private static void write(String text, OutputStream output) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
        output.flush();
    }
}
