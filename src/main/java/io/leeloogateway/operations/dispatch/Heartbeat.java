package io.leeloogateway.operations.dispatch;

import io.leeloogateway.operations.OperationRepository;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.request.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells every second that this instance lives, and speaks for what nobody sends: for its own lost rows, and for the dead. A thread of
 * its own, because Spring's schedulers stop before the server has drained, and a change under way needs its sender alive.
 */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final InstanceId owner;
    private final InstanceRepository owners;
    private final InFlightChanges underway;
    private final OperationRepository ledger;
    private volatile @Nullable Thread heart;

    Heartbeat(InstanceId owner, InstanceRepository owners, InFlightChanges underway, OperationRepository ledger) {
        this.owner = owner;
        this.owners = owners;
        this.underway = underway;
        this.ledger = ledger;
    }

    /** Goes on where the database is away at this moment. */
    @Override
    public void start() {
        beat();
        heart = Thread.ofVirtual().name("pulse").unstarted(this::live);
        heart.start();
    }

    @Override
    public void stop() {
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

    /** Begins before and ends after everything that sends. */
    @Override
    public int getPhase() {
        return InFlightShutdown.AFTER_THE_SERVER - 1;
    }

    private void live() {
        while (isCurrent()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (isCurrent()) {
                beat();
            }
        }
    }

    private boolean isCurrent() {
        return Thread.currentThread().equals(heart);
    }

    private void beat() {
        try {
            owners.beat(owner.id());
            owners.sendingOf(owner.id()).stream()
                    .filter(id -> !underway.has(id))
                    .forEach(this::giveUp);
            owners.sendingOfTheDead().forEach(this::takeOver);
        } catch (DataAccessException | TransactionException e) {
            log.warn("the ledger's database does not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("one beat failed; the heart goes on", e);
        }
    }

    /** Its commit came later than the caller could wait, so it was refused and never sent. */
    private void giveUp(UUID id) {
        var ending = OperationResult.of(
                Outcome.NOT_SENT, 503, OperationResult.GATEWAY, "was written down too late to be sent");
        if (ledger.end(id, EnumSet.of(Outcome.SENDING), ending)) {
            log.info("operation {} was written down too late and is not sent", id);
        }
    }

    private void takeOver(UUID id) {
        var ending =
                OperationResult.of(Outcome.UNKNOWN, null, OperationResult.GATEWAY, "the instance that sent it is gone");
        if (ledger.end(id, EnumSet.of(Outcome.SENDING), ending)) {
            log.warn("operation {} is unknown: the instance that sent it is gone", id);
        }
    }
}
