package io.leeloogateway.webhooks;

import io.leeloogateway.connections.ConnectionLimits;
import java.util.concurrent.Semaphore;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Bounds the events that are received at once: with a leaked secret, bodies that arrive slowly would otherwise take the connections of all callers. */
@Component
class WebhookPlaces {

    private static final int SHARE_OF_CONNECTIONS = 8;

    private final Semaphore places;

    WebhookPlaces(Environment settings) {
        places = new Semaphore(Math.max(1, ConnectionLimits.of(settings).connections() / SHARE_OF_CONNECTIONS));
    }

    /** Throws {@link TooManyWebhooks} if none is free. */
    Place take() {
        if (!places.tryAcquire()) {
            throw new TooManyWebhooks();
        }
        return places::release;
    }

    /** Is given back once. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }
}
