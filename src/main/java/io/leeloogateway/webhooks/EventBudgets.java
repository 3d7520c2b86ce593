package io.leeloogateway.webhooks;

import org.springframework.stereotype.Component;

/** Bounds what this instance stores of events, so that a leaked secret fills no disk and prevents no erasure. */
@Component
class EventBudgets {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /** A row and its entries in the indexes, without the body and the ids. */
    private static final long ROW_BYTES = 512;

    /** An id in the row and in the index. */
    private static final long ID_BYTES = 100;

    private final EventBudget all = new EventBudget(64 * MIB, MIB, System::nanoTime);

    /** Each erasure reads the bodies whose ids are not noted, in seven days at most 11 MiB: 22 MiB took 1.5 s for twenty ids. */
    private final EventBudget withoutIds = new EventBudget(MIB, KIB, System::nanoTime);

    /** Takes the room for a body, before it is read; throws {@link TooManyEvents} if there is none. */
    void take(byte[] body) {
        all.take(ROW_BYTES + body.length);
    }

    /** Takes the room for the ids of a body; throws {@link TooManyEvents} if there is none. */
    void takeForIds(WebhookEvent event, byte[] body) {
        var ids = event.mentionedIds();
        if (ids == null) {
            withoutIds.take(body.length);
        } else {
            all.take(ID_BYTES * ids.size());
        }
    }

    void refill() {
        withoutIds.refill();
        all.refill();
    }
}
