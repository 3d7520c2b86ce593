package io.leeloogateway.orders;

import static io.leeloogateway.request.Route.Kind.CHANGE;
import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Routes for orders. */
@RestController
@Tag(name = "Orders")
@RequestMapping("/api/v1")
class OrdersController {

    private final Orders orders;

    OrdersController(Orders orders) {
        this.orders = orders;
    }

    /**
     * List orders. Leeloo has no filter for orders. Leeloo endpoint 12.
     *
     * @return a page of orders
     */
    @GetMapping("/orders")
    @Route(action = "orders.list", scope = "orders:read", kind = READ)
    OffsetPage<OrderRowView> listOrders(@ParameterObject @Valid OffsetPageRequest paging) {
        return orders.list(paging);
    }

    /**
     * Get an order. Leeloo endpoint 13, which does not return the person; the gateway knows the person from lists and people that were
     * read before.
     *
     * @param orderId id of the order, 24 lower-case hex characters
     * @return the order
     */
    @GetMapping("/orders/{orderId}")
    @Route(action = "orders.find", scope = "orders:read", kind = READ)
    OrderView findOrder(@PathVariable @LeelooId String orderId, @ParameterObject @Valid OrderExpansion expansion) {
        var hasPerson = expansion.hasPerson();
        var order = expansion.isRaw() ? orders.findWithRaw(orderId) : orders.find(orderId);
        return hasPerson ? orders.withPerson(order) : order;
    }

    /**
     * List the orders of a person. If Leeloo returns only the id of an order, its other fields are null. Leeloo endpoint 18.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     * @return all orders of the person
     */
    @GetMapping("/people/{personId}/orders")
    @Route(action = "orders.listByPerson", scope = "orders:read", kind = READ)
    Items<OrderRowView> listOrdersOfPerson(@PathVariable @LeelooId String personId) {
        return orders.listByPerson(personId);
    }

    /**
     * Create an order for a person. The order is for an offer that exists at Leeloo, and Leeloo notifies the person only if {@code
     * notifyPerson} is true. Leeloo endpoint 11.
     *
     * @return the new order
     */
    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "orders.create", scope = "orders:write", kind = CHANGE)
    ResponseEntity<OrderRowView> createOrder(@RequestBody @Valid NewOrderForm form) {
        var order = orders.create(form);
        var location =
                UriComponentsBuilder.fromPath("/api/v1/orders/{id}").encode().buildAndExpand(order.id());
        return ResponseEntity.created(location.toUri()).body(order);
    }

    /**
     * Close an order. Leeloo closes only MANUAL orders without partial payments. Leeloo endpoint 14.
     *
     * @param orderId id of the order, 24 lower-case hex characters
     */
    @PatchMapping("/orders/{orderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "orders.change", scope = "orders:write", kind = CHANGE)
    void changeOrder(@PathVariable @LeelooId String orderId, @RequestBody @Valid OrderChangeForm form) {
        orders.change(orderId, form);
    }
}
