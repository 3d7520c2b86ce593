package io.leeloogateway.operations.web;

import io.leeloogateway.operations.idempotency.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The headers of a change; request and response are those of the call that this thread serves. */
@Component
public class OperationHeaders {

    static final String ID = "Operation-Id";
    static final String REPLAYED = "Idempotency-Replayed";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    OperationHeaders(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    public Optional<IdempotencyKey> key() {
        return IdempotencyKey.of(Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
    }

    public void tell(UUID id) {
        response.setHeader(ID, id.toString());
    }

    public void tellReplay() {
        response.setHeader(REPLAYED, "true");
    }
}
