package io.leeloogateway.orders;

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
    private final OrderLinkRepository orderLinks;

    Orders(LeelooCache cache, Operations operations, OrderLinkRepository orderLinks) {
        this.cache = cache;
        this.operations = operations;
        this.orderLinks = orderLinks;
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
        return order.withPerson(order.personId() == null ? null : findPerson(order.personId()));
    }

    private OrderView view(Order order, @Nullable String raw) {
        return OrderView.of(order, findPersonId(order.id()), raw);
    }

    /** The person may become known at any time; the person of an order never changes. */
    private @Nullable String findPersonId(String orderId) {
        var personId = orderLinks.findPersonId(orderId);
        if (personId.isEmpty()) {
            cache.noteOtherSource();
        }
        return personId.orElse(null);
    }

    /** The orders in the person's profile. Of an order that the profile only mentions, the row has just the id. */
    Items<OrderRowView> listByPerson(String personId) {
        var person = cache.read(new FindPerson(personId));
        var included = person.orders().stream()
                .collect(toMap(Order::id, order -> OrderRowView.of(order, personId), (first, _) -> first));
        return new Items<>(person.orderIds().stream()
                .map(id -> included.containsKey(id) ? included.get(id) : OrderRowView.ofId(id, personId))
                .toList());
    }

    private @Nullable OrderPersonView findPerson(String personId) {
        try {
            return OrderPersonView.of(cache.read(new FindPerson(personId)));
        } catch (ProblemException e) {
            log.warn("order is returned without its person {}: {}", personId, e.detail());
            return null;
        }
    }

    OrderRowView create(NewOrderForm form) {
        return OrderRowView.of(operations.execute(form.toChange()), form.personId());
    }

    void change(String orderId, OrderChangeForm form) {
        operations.execute(form.toChange(orderId));
    }
}
