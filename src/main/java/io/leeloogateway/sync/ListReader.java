package io.leeloogateway.sync;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.model.Connection;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.model.Template;
import io.leeloogateway.leeloo.model.Tunnel;
import io.leeloogateway.leeloo.model.User;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.leeloo.query.ListTunnels;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the next page of a list from Leeloo into the cache. */
@Component
class ListReader {

    private final LeelooCache cache;

    ListReader(LeelooCache cache) {
        this.cache = cache;
    }

    SyncPage read(SyncKind kind, Checkpoint checkpoint) {
        var paging = new OffsetPageRequest(Walk.LIMIT, checkpoint.walk().offset());
        return switch (kind) {
            case PEOPLE ->
                SyncPage.of(
                        cache.readRows(
                                new ListPeople(List.of(), null, null, checkpoint.lastMessageFrom(), null, paging)),
                        PersonRow::id);
            case ORDERS -> SyncPage.of(cache.readRows(new ListOrders(paging)), Order::id);
            case TAGS -> SyncPage.whole(cache.readFromLeeloo(new ListTags()), Tag::id);
            case USERS -> SyncPage.of(cache.readFromLeeloo(new ListUsers(paging)), User::id);
            case CONNECTIONS -> SyncPage.whole(cache.readFromLeeloo(new ListConnections()), Connection::id);
            case TEMPLATES -> templates();
            case TUNNELS -> SyncPage.of(cache.readFromLeeloo(new ListTunnels(paging)), Tunnel::id);
        };
    }

    /** Leeloo lists templates by category. */
    private SyncPage templates() {
        var categories = cache.readFromLeeloo(new ListTemplateCategories());
        return SyncPage.whole(
                categories.stream()
                        .flatMap(category -> cache.readFromLeeloo(new ListTemplates(category.id())).stream())
                        .distinct()
                        .toList(),
                Template::id);
    }
}
