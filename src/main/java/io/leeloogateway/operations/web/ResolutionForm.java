package io.leeloogateway.operations.web;

import io.leeloogateway.operations.reconcile.Resolution;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What somebody found out about an operation.
 *
 * @param outcome what became of it; after {@code not_applied} its key is free for another try
 * @param evidence how that is known, without personal data, at most 500 characters
 */
record ResolutionForm(
        @NotNull Resolution outcome,

        @Schema(example = "seen in the chat on Leeloo's pages") @NotBlank @Size(max = 500)
        String evidence) {}
