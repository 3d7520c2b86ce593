package io.leeloogateway.orders;

import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.request.Route;
import io.leeloogateway.search.SearchPage;
import io.leeloogateway.search.SearchPageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Route that looks for orders. */
@RestController
@Tag(name = "Orders")
@RequestMapping("/api/v1")
class OrdersSearchController {

    private final OrdersSearch search;

    OrdersSearchController(OrdersSearch search) {
        this.search = search;
    }

    /**
     * Search orders. Looks only into the cache and never asks Leeloo, whatever {@code Cache-Control} says: {@code asOf} and {@code complete}
     * say how recent and how complete the cache is. Words match in any case, with or without accents and apostrophes, in Cyrillic or Latin
     * letters; if no title has them, orders with similar words are found.
     *
     * @return a page of orders
     */
    @GetMapping("/orders/search")
    @Route(action = "orders.search", scope = "orders:read", kind = READ)
    SearchPage<OrderRowView> searchOrders(
            @ParameterObject @Valid OrderSearch filter, @ParameterObject @Valid SearchPageRequest page) {
        return search.search(filter, page);
    }
}
