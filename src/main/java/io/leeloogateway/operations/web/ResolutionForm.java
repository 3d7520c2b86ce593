package io.leeloogateway.operations.web;

import io.leeloogateway.operations.reconcile.Resolution;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The resolution of an unknown operation.
 *
 * @param outcome the outcome of the change; after {@code not_applied} a retry may use the same idempotency key
 * @param evidence the reason for the outcome, without personal data, at most 500 characters
 */
record ResolutionForm(
        @NotNull Resolution outcome,

        @Schema(example = "seen in the chat on Leeloo's pages") @NotBlank @Size(max = 500)
        String evidence) {}
