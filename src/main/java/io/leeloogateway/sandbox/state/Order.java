package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** An order of a person. Guarded by the lock of the company. */
public final class Order {

    public final String id;
    public final String personId;
    final Offer offer;
    public final String paymentMethod;
    public final boolean partlyPaid;
    public final Instant createdAt;
    public BigDecimal price;
    public String currency;
    public String status;
    public Instant updatedAt;

    public Order(
            String id,
            String personId,
            Offer offer,
            PaymentAccount credits,
            boolean partlyPaid,
            String status,
            Instant at) {
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

    /** The fields of an order within a person. */
    public ObjectNode included() {
        return JsonBuilder.object()
                .put("id", id)
                .put("title", offer.title())
                .put("price", price)
                .put("currency", currency)
                .put("status", status)
                .put("updatedAt", LeelooDates.format(updatedAt));
    }

    public ObjectNode brief() {
        return included().put("createdAt", LeelooDates.format(createdAt));
    }

    public ObjectNode row() {
        return brief().put("person_id", personId);
    }

    public ObjectNode detail() {
        return brief().put("description", offer.description()).put("paymentMethod", paymentMethod);
    }
}
