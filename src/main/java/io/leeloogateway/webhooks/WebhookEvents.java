package io.leeloogateway.webhooks;

import io.leeloogateway.request.UuidV7Generator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Keeps events as they came, each once. One that comes again starts another read, and takes no room. */
@Service
class WebhookEvents {

    private static final Set<String> KNOWN_TYPES = Set.of("ORDER", "SALE");

    private final WebhookEventRepository events;
    private final EventBudgets budgets;
    private final UuidV7Generator ids;
    private final MeterRegistry meters;

    WebhookEvents(WebhookEventRepository events, EventBudgets budgets, UuidV7Generator ids, MeterRegistry meters) {
        this.events = events;
        this.budgets = budgets;
        this.ids = ids;
        this.meters = meters;
    }

    void receive(byte[] body) {
        if (events.repeat(body)) {
            count(WebhookEvent.parse(ids.next(), body), false);
        } else {
            budgets.take(body);
            var event = WebhookEvent.parse(ids.next(), body);
            budgets.takeForIds(event, body);
            count(event, events.insert(event, body));
        }
    }

    private void count(WebhookEvent event, boolean isNew) {
        Counter.builder("gateway.webhooks.events")
                .description("Events that Leeloo sent, by type and whether they were sent before")
                .tag("type", KNOWN_TYPES.contains(event.type()) ? event.type() : "other")
                .tag("repeated", String.valueOf(!isNew))
                .register(meters)
                .increment();
    }
}
