package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Order;
import io.leeloogateway.sandbox.state.SandboxState;
import java.util.Map;
import java.util.Set;

/** Leeloo endpoints 11 to 14. They are not idempotent: a repeated call creates a second order. */
public final class OrderEndpoints {

    public static final String OPENED = "OPENED";

    private static final Set<String> CLOSED = Set.of("RESOLVED", "REJECTED");

    private OrderEndpoints() {}

    static void addTo(EndpointTable endpoints) {
        endpoints.add("POST", "/orders", OrderEndpoints::create);
        endpoints.add("GET", "/orders", OrderEndpoints::list);
        endpoints.add("GET", "/orders/*", OrderEndpoints::find);
        endpoints.add("POST", "/orders/*", OrderEndpoints::change);
    }

    private static Reply create(SandboxState state, WireCall call) {
        var input = call.body().require("paymentCreditsId", "offerId", "personId");
        var credits = state.credits.getReferenced(input.text("paymentCreditsId"), "paymentCreditsId");
        var offer = state.offers.getReferenced(input.text("offerId"), "offerId");
        var person = state.people.getReferenced(input.text("personId"), "personId");
        input.email();
        input.phone();
        input.instant("transactionDate");
        if (input.text("managerId") != null) {
            state.users.getReferenced(input.text("managerId"), "managerId");
        }
        var id = state.ids.nextId(IdKind.ORDER);
        var order = new Order(id, person.id, offer, credits, false, OPENED, call.now());
        state.orders.add(id, order);
        return Reply.data(order.brief());
    }

    private static Reply list(SandboxState state, WireCall call) {
        return ListPage.of(state.orders.all(), call, Order::row);
    }

    private static Reply find(SandboxState state, WireCall call) {
        return Reply.data(state.orders.get(call.id()).detail());
    }

    private static Reply change(SandboxState state, WireCall call) {
        var order = state.orders.get(call.id());
        if (!order.paymentMethod.equals(Channel.MANUAL) || order.partlyPaid) {
            throw new LeelooError("PERMISSION_DENIED", Map.of("order_id", "PERMISSION_DENIED"));
        }
        var input = call.body();
        var status = input.oneOf("status", CLOSED);
        if (status != null && CLOSED.contains(order.status) && !order.status.equals(status)) {
            throw LeelooError.format("status", "NOT_ALLOWED_VALUE");
        }
        var price = input.number("price");
        input.instant("paymentDate");
        order.status = status == null ? order.status : status;
        order.price = price == null ? order.price : price;
        order.currency = input.text("currency", order.currency);
        order.updatedAt = call.now();
        return Reply.data(JsonBuilder.object().put("id", order.id));
    }
}
