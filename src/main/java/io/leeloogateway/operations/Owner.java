package io.leeloogateway.operations;

import io.leeloogateway.request.TimeOrderedIds;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This instance, as the ledger knows it. */
@Component
class Owner {

    private final UUID id;

    Owner(TimeOrderedIds ids) {
        this.id = ids.next();
    }

    UUID id() {
        return id;
    }
}
