package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/** What came back over the wire, not yet judged. */
public record RawResponse(HttpStatusCode status, HttpHeaders headers, RawBody document) {

    /** The envelope, if it speaks of success; otherwise the failure that it means. */
    public JsonNode judged(Target target) {
        return ResponseClassifier.of(this, target);
    }
}
