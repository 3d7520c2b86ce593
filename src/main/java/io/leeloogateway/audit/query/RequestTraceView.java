package io.leeloogateway.audit.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The trace of a request id.
 *
 * @param requestId the request id
 * @param requests the requests with this id, newest first, at most 100; callers can reuse an id
 */
@Schema(name = "RequestTrace")
record RequestTraceView(
        @Schema(example = "nightly-export.42") String requestId, List<ServedRequestView> requests) {

    RequestTraceView {
        requests = List.copyOf(requests);
    }
}
