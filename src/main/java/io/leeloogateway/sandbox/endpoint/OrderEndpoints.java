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

/** Operations 11 to 14; no idempotency here, a repeated call makes a second order. */
public final class OrderEndpoints {

    public static final String OPENED = "OPENED";

    private static final Set<String> CLOSED = Set.of("RESOLVED", "REJECTED");

    private OrderEndpoints() {}

    static void addTo(EndpointTable routes) {
        routes.add("POST", "/orders", OrderEndpoints::create);
        routes.add("GET", "/orders", OrderEndpoints::list);
        routes.add("GET", "/orders/*", OrderEndpoints::find);
        routes.add("POST", "/orders/*", OrderEndpoints::change);
    }

    private static Reply create(SandboxState company, WireCall call) {
        var input = call.body().require("paymentCreditsId", "offerId", "personId");
        var credits = company.credits.known(input.text("paymentCreditsId"), "paymentCreditsId");
        var offer = company.offers.known(input.text("offerId"), "offerId");
        var person = company.people.known(input.text("personId"), "personId");
        input.email();
        input.phone();
        input.moment("transactionDate");
        if (input.text("managerId") != null) {
            company.users.known(input.text("managerId"), "managerId");
        }
        var id = company.numbers.nextId(IdKind.ORDER);
        var order = new Order(id, person.id, offer, credits, false, OPENED, call.now());
        company.orders.add(id, order);
        return Reply.data(order.brief());
    }

    private static Reply list(SandboxState company, WireCall call) {
        return ListPage.of(company.orders.all(), call, Order::row);
    }

    private static Reply find(SandboxState company, WireCall call) {
        return Reply.data(company.orders.get(call.id()).detail());
    }

    private static Reply change(SandboxState company, WireCall call) {
        var order = company.orders.get(call.id());
        if (!order.paymentMethod.equals(Channel.MANUAL) || order.partlyPaid) {
            throw new LeelooError("PERMISSION_DENIED", Map.of("order_id", "PERMISSION_DENIED"));
        }
        var input = call.body();
        var status = input.oneOf("status", CLOSED);
        if (status != null && CLOSED.contains(order.status) && !order.status.equals(status)) {
            throw LeelooError.format("status", "NOT_ALLOWED_VALUE");
        }
        var price = input.number("price");
        input.moment("paymentDate");
        order.status = status == null ? order.status : status;
        order.price = price == null ? order.price : price;
        order.currency = input.text("currency", order.currency);
        order.updatedAt = call.now();
        return Reply.data(JsonBuilder.object().put("id", order.id));
    }
}
