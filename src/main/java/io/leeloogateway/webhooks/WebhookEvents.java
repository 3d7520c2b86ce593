package io.leeloogateway.webhooks;

import io.leeloogateway.request.UuidV7Generator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Keeps events as they came, each once. One that comes again starts another read. */
@Service
class WebhookEvents {

    private static final Set<String> KNOWN_TYPES = Set.of("ORDER", "SALE");

    private final WebhookEventRepository events;
    private final UuidV7Generator ids;
    private final MeterRegistry meters;

    WebhookEvents(WebhookEventRepository events, UuidV7Generator ids, MeterRegistry meters) {
        this.events = events;
        this.ids = ids;
        this.meters = meters;
    }

    void receive(byte[] body) {
        var event = WebhookEvent.parse(ids.next(), body);
        var isNew = !events.repeat(body) && events.insert(event, body);
        Counter.builder("gateway.webhooks.events")
                .description("Events that Leeloo sent, by type and whether they were sent before")
                .tag("type", KNOWN_TYPES.contains(event.type()) ? event.type() : "other")
                .tag("repeated", String.valueOf(!isNew))
                .register(meters)
                .increment();
    }
}
