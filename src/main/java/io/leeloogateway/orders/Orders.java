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

/** Reads, creates and changes orders. */
@Service
class Orders {

    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final LeelooCache cache;
    private final Operations operations;
    private final OrderCacheTable cachedOrders;

    Orders(LeelooCache cache, Operations operations, OrderCacheTable cachedOrders) {
        this.cache = cache;
        this.operations = operations;
        this.cachedOrders = cachedOrders;
    }

    OffsetPage<OrderRowView> list(OffsetPageRequest paging) {
        return cache.read(new ListOrders(paging)).map(OrderRowView::of);
    }

    OrderView find(String orderId) {
        return view(cache.read(new FindOrder(orderId)), null);
    }

    OrderView findWithRaw(String orderId) {
        var result = cache.findWithRaw(new FindOrder(orderId));
        return view(cache.serve(result), result.raw());
    }

    OrderView withPerson(OrderView order) {
        return order.withPerson(Optional.ofNullable(order.personId()).flatMap(this::person));
    }

    private OrderView view(Order order, @Nullable String raw) {
        return OrderView.of(order, cachedOrders.findPersonId(order.id()).orElse(null), raw);
    }

    /** The orders in the person's profile. Of an order that the profile only mentions, the row has just the id. */
    Items<OrderRowView> listByPerson(String personId) {
        var person = cache.read(new FindPerson(personId));
        var included = person.orders().stream().collect(toMap(Order::id, identity(), (first, _) -> first));
        return new Items<>(person.orderIds().stream()
                .map(id -> OrderRowView.of(personId, id, included.get(id)))
                .toList());
    }

    private Optional<OrderPersonView> person(String personId) {
        try {
            return Optional.of(OrderPersonView.of(cache.read(new FindPerson(personId))));
        } catch (ProblemException e) {
            log.warn("order is returned without its person {}: {}", personId, e.detail());
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
