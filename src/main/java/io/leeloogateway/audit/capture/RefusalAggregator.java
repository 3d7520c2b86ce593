package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Decides which requests get an audit event of their own. Those without a known caller, whatever their status, are summed up by network, and
 * those of a client over its rate limit by client: no limit bounds their number.
 */
@Component
class RefusalAggregator {

    private final RefusalCounter networks;
    private final RefusalCounter clients;
    private final Clock clock;

    RefusalAggregator(UuidV7Generator ids, AuditWriter writer, Clock clock) {
        networks = counter(ids, writer);
        clients = counter(ids, writer);
        this.clock = clock;
    }

    private static RefusalCounter counter(UuidV7Generator ids, AuditWriter writer) {
        return new RefusalCounter(ids::next, event -> {
            var _ = writer.write(event);
        });
    }

    /** Counts a refused request and returns whether it gets an event of its own. */
    boolean shouldRecord(RequestContext context, IpAddress address, AuditEvent.Result result) {
        var caller = context.caller().map(Caller::clientId);
        if (caller.isEmpty()) {
            var source = address.isUnspecified() ? null : address.toString();
            var actor = new AuditEvent.Actor(context.id(), null, null, source);
            return networks.shouldRecord(thisMinute(), address.network(), actor, result);
        }
        var actor = new AuditEvent.Actor(context.id(), caller.get(), null, null);
        return !context.audit().isOverLimit() || clients.shouldRecord(thisMinute(), caller.get(), actor, result);
    }

    /** Records past minutes. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void flushPastMinutes() {
        flushBefore(thisMinute());
    }

    void flushAll() {
        flushBefore(Instant.MAX);
    }

    private void flushBefore(Instant minute) {
        networks.flushBefore(minute);
        clients.flushBefore(minute);
    }

    private Instant thisMinute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }
}
