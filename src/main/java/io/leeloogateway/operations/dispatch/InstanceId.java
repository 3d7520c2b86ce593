package io.leeloogateway.operations.dispatch;

import io.leeloogateway.request.UuidV7Generator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The id of this gateway process. */
@Component
public class InstanceId {

    private final UUID id;

    InstanceId(UuidV7Generator ids) {
        this.id = ids.next();
    }

    public UUID id() {
        return id;
    }
}
