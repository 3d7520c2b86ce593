package io.leeloogateway.operations.web;

import io.leeloogateway.operations.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Reads and writes the headers of a change. */
public record OperationHeaders(HttpServletRequest request, HttpServletResponse response) {

    static final String ID = "Operation-Id";
    static final String REPLAYED = "Idempotency-Replayed";

    public static OperationHeaders ofCurrentRequest() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return new OperationHeaders(attributes.getRequest(), Objects.requireNonNull(attributes.getResponse()));
    }

    public Optional<IdempotencyKey> idempotencyKey() {
        return IdempotencyKey.of(Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
    }

    public void setOperationId(UUID id) {
        response.setHeader(ID, id.toString());
    }

    public void markReplayed() {
        response.setHeader(REPLAYED, "true");
    }
}
