package io.leeloogateway.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A person's order; guarded by the company's lock. */
final class Order {

    final String id;
    final String personId;
    final Offer offer;
    final String paymentMethod;
    final boolean partlyPaid;
    final Instant createdAt;
    BigDecimal price;
    String currency;
    String status;
    Instant updatedAt;

    Order(String id, String personId, Offer offer, Credits credits, boolean partlyPaid, String status, Instant at) {
        this.id = id;
        this.personId = personId;
        this.offer = offer;
        this.paymentMethod = credits.paymentMethod();
        this.partlyPaid = partlyPaid;
        this.status = status;
        this.price = offer.price();
        this.currency = offer.currency();
        this.createdAt = at;
        this.updatedAt = at;
    }

    /** What a person's card includes. */
    ObjectNode included() {
        return Json.object()
                .put("id", id)
                .put("title", offer.title())
                .put("price", price)
                .put("currency", currency)
                .put("status", status)
                .put("updatedAt", Dates.wire(updatedAt));
    }

    ObjectNode brief() {
        return included().put("createdAt", Dates.wire(createdAt));
    }

    ObjectNode row() {
        return brief().put("person_id", personId);
    }

    ObjectNode detail() {
        return brief().put("description", offer.description()).put("paymentMethod", paymentMethod);
    }
}
