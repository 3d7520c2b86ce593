package io.leeloogateway.webhooks;

import io.leeloogateway.cache.BackgroundReads;
import io.leeloogateway.cache.BackgroundWork;
import io.leeloogateway.cache.ErasedMeanwhile;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Priority;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches the order and the person of an event again, with calls that no caller needs. */
@Component
class HintedReads {

    private static final Logger log = LoggerFactory.getLogger(HintedReads.class);
    private static final int BATCH = 100;
    private static final int MAX_ATTEMPTS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);

    private final WebhookEventRepository events;
    private final BackgroundReads reads;

    HintedReads(WebhookEventRepository events, BackgroundReads reads) {
        this.events = events;
        this.reads = reads;
    }

    /** Starts no further event after the end or if the instance stops; the rest stays due. */
    void run(Deadline end, BooleanSupplier isStopping) {
        for (var event : events.findDue(BATCH)) {
            if (end.remaining().isZero() || isStopping.getAsBoolean()) {
                return;
            }
            handle(event);
        }
    }

    private void handle(PendingEvent event) {
        try {
            new RequestContext("webhook-" + event.id(), Deadline.after(LIMIT), Priority.BACKGROUND).run(() -> {
                fetch(event, reads.begin(() -> events.isPending(event)));
                return true;
            });
            events.complete(event);
        } catch (ErasedMeanwhile e) {
            log.debug("event {} is not read", event.id(), e);
        } catch (ProblemException e) {
            postpone(event, e.detail());
        } catch (RuntimeException e) {
            postpone(event, DatabaseFailureClassifier.reason(e));
        }
    }

    private static void fetch(PendingEvent event, BackgroundWork work) {
        if (event.orderId() != null) {
            fetchOrder(event.orderId(), work);
        }
        if (event.channelId() != null) {
            fetchPersonOf(event.channelId(), work);
        }
    }

    private static void fetchOrder(String orderId, BackgroundWork work) {
        try {
            work.readFromLeeloo(new FindOrder(orderId));
        } catch (LeelooNotFound e) {
            log.debug("an event names an order that does not exist", e);
        }
    }

    private static void fetchPersonOf(String channelId, BackgroundWork work) {
        try {
            var person = work.readFromLeeloo(new FindPersonOfChannel(channelId));
            work.readFromLeeloo(new FindPerson(person.id()));
        } catch (LeelooNotFound e) {
            log.debug("an event names a channel or a person that does not exist", e);
        }
    }

    /** After the last attempt, the entries expire as usual. */
    private void postpone(PendingEvent event, String reason) {
        if (event.attempts() + 1 < MAX_ATTEMPTS) {
            events.tryLater(event, FIRST_DELAY.multipliedBy(1L << event.attempts()));
        } else {
            log.warn("what event {} mentions cannot be fetched: {}", event.id(), reason);
            events.complete(event);
        }
    }
}
