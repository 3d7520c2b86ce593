package io.leeloogateway.access.client;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the list of clients.
 *
 * @param q only clients whose name, owner or id contains this text, without regard to case
 */
record ClientFilter(
        @Schema(example = "crm") @Size(min = 1, max = 100) @Nullable
        String q) {

    /** Every text contains the empty text. */
    String text() {
        return q == null ? "" : q.toLowerCase(Locale.ROOT);
    }
}
