package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells every second that this instance lives, and speaks for what nobody sends: for its own lost rows, and for the dead. */
@Component
class Pulse implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);

    /** The others must not take this instance for dead while it drains: it falls silent after {@link Underway}. */
    private static final int AFTER_THE_LAST_CHANGE = DEFAULT_PHASE - 8192;

    private final Owner owner;
    private final Owners owners;
    private final Underway underway;
    private final Ledger ledger;
    private volatile @Nullable ScheduledExecutorService heart;

    Pulse(Owner owner, Owners owners, Underway underway, Ledger ledger) {
        this.owner = owner;
        this.owners = owners;
        this.underway = underway;
        this.ledger = ledger;
    }

    @Override
    public void start() {
        owners.beat(owner.id());
        var beating = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("pulse").factory());
        var _ = beating.scheduleWithFixedDelay(
                TaskUtils.decorateTaskWithErrorHandler(this::beat, null, true), 1, 1, TimeUnit.SECONDS);
        heart = beating;
    }

    void beat() {
        try {
            owners.beat(owner.id());
            owners.sendingOf(owner.id()).stream()
                    .filter(id -> !underway.has(id))
                    .forEach(this::giveUp);
            owners.sendingOfTheDead().forEach(this::takeOver);
        } catch (DataAccessException | TransactionException e) {
            log.warn("the ledger's database does not answer: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        var beating = heart;
        if (beating != null) {
            beating.shutdown();
        }
        heart = null;
        try {
            owners.leave(owner.id());
        } catch (DataAccessException e) {
            log.debug("left without a word", e);
        }
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_LAST_CHANGE;
    }

    /** Its commit came later than the caller could wait, so it was refused and never sent. */
    private void giveUp(UUID id) {
        var ending = Ending.of(Outcome.NOT_SENT, 503, Ending.GATEWAY, "was written down too late to be sent");
        if (ledger.end(id, EnumSet.of(Outcome.SENDING), ending)) {
            log.info("operation {} was written down too late and is not sent", id);
        }
    }

    private void takeOver(UUID id) {
        var ending = Ending.of(Outcome.UNKNOWN, null, Ending.GATEWAY, "the instance that sent it is gone");
        if (ledger.end(id, EnumSet.of(Outcome.SENDING), ending)) {
            log.warn("operation {} is unknown: the instance that sent it is gone", id);
        }
    }
}
