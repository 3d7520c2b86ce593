package io.leeloogateway.orders;

import io.leeloogateway.leeloo.FindOrder;
import io.leeloogateway.leeloo.ListOrders;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.operations.Operations;
import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import org.springframework.stereotype.Service;

/** The orders of the company's people. */
@Service
class Orders {

    private final Mirror mirror;
    private final Operations operations;

    Orders(Mirror mirror, Operations operations) {
        this.mirror = mirror;
        this.operations = operations;
    }

    Page<OrderRowView> list(Paging paging) {
        return mirror.read(new ListOrders(paging)).map(OrderRowView::of);
    }

    OrderView find(String orderId) {
        return OrderView.of(mirror.read(new FindOrder(orderId)));
    }

    OrderRowView create(NewOrderForm form) {
        return OrderRowView.of(operations.execute(form.toChange()));
    }

    void change(String orderId, OrderChangeForm form) {
        operations.execute(form.toChange(orderId));
    }
}
