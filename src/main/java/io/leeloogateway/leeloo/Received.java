package io.leeloogateway.leeloo;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/** What came back over the wire, not yet judged. */
record Received(HttpStatusCode status, HttpHeaders headers, Document document) {

    /** The envelope, if it speaks of success; otherwise the failure that it means. */
    JsonNode judged(Target target) {
        return Verdict.of(this, target);
    }
}
