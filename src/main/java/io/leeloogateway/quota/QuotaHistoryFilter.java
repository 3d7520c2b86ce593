package io.leeloogateway.quota;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By what the history of the quota is divided.
 *
 * @param by {@code class} for the classes of calls, which is the default, or {@code client} for the ten clients with the most calls
 */
record QuotaHistoryFilter(
        @Schema(defaultValue = "class", example = "client")
        @Pattern(regexp = "class|client", message = "must be class or client")
        @Nullable
        String by) {

    QuotaGrouping grouping() {
        return QuotaGrouping.of(by == null ? "class" : by);
    }
}
