package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.leeloogateway.leeloo.model.LeadGenerationTool;
import io.leeloogateway.leeloo.model.Tunnel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tunnel in Leeloo's JSON. The envelope holds its lead generation tools. */
record TunnelWire(
        String id,
        @Nullable String name,
        @JsonAlias("created_at") @Nullable Instant createdAt,
        @JsonAlias("updated_at") @Nullable Instant updatedAt) {

    /** The related resources, named {@code linked} or {@code included}. */
    record Linked(@Nullable List<LeadGenerationTool> leadgentools) {

        static final Linked NONE = new Linked(null);
    }

    Tunnel toTunnel(Linked linked) {
        return new Tunnel(
                id, name, createdAt, updatedAt, LeelooJson.list(linked.leadgentools(), LeadGenerationTool::id));
    }
}
