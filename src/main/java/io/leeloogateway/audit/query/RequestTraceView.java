package io.leeloogateway.audit.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The whole story of a request id.
 *
 * @param requestId the id
 * @param calls what came under it, the newest first, at most 100: ids that callers choose may come again
 */
@Schema(name = "RequestStory")
record RequestTraceView(
        @Schema(example = "nightly-export.42") String requestId, List<ServedRequestView> calls) {

    RequestTraceView {
        calls = List.copyOf(calls);
    }
}
