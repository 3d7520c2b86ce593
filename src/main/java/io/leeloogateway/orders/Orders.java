package io.leeloogateway.orders;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The orders of the company's people. */
@Service
class Orders {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final LeelooCache mirror;
    private final Operations operations;
    private final OrderCacheTable orderMirrors;

    Orders(LeelooCache mirror, Operations operations, OrderCacheTable orderMirrors) {
        this.mirror = mirror;
        this.operations = operations;
        this.orderMirrors = orderMirrors;
    }

    OffsetPage<OrderRowView> list(OffsetPageRequest paging) {
        return mirror.read(new ListOrders(paging)).map(OrderRowView::of);
    }

    OrderView find(String orderId) {
        return view(mirror.read(new FindOrder(orderId)), null);
    }

    OrderView findWhole(String orderId) {
        var found = mirror.findWithRaw(new FindOrder(orderId));
        return view(mirror.serve(found), found.raw());
    }

    OrderView withPerson(OrderView order) {
        return order.with(Optional.ofNullable(order.personId()).flatMap(this::person));
    }

    private OrderView view(Order order, @Nullable String raw) {
        return OrderView.of(order, orderMirrors.ownerOf(order.id()).orElse(null), raw);
    }

    /** The orders that the person's card shows; of one that it only names, the id. */
    Items<OrderRowView> ofPerson(String personId) {
        var person = mirror.read(new FindPerson(personId));
        var shown = person.orders().stream().collect(toMap(Order::id, identity(), (first, _) -> first));
        return new Items<>(person.orderIds().stream()
                .map(id -> OrderRowView.of(personId, id, shown.get(id)))
                .toList());
    }

    private Optional<OrderPersonView> person(String personId) {
        try {
            return Optional.of(OrderPersonView.of(mirror.read(new FindPerson(personId))));
        } catch (ProblemException e) {
            log.warn("an order is given without its person {}: {}", personId, e.detail());
            return Optional.empty();
        }
    }

    OrderRowView create(NewOrderForm form) {
        return OrderRowView.of(operations.execute(form.toChange()));
    }

    void change(String orderId, OrderChangeForm form) {
        operations.execute(form.toChange(orderId));
    }
}
