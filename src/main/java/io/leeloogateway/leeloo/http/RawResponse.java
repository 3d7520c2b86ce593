package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import java.time.Instant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/**
 * A complete HTTP response of Leeloo, not yet classified.
 *
 * @param sentAt a moment before the request left, after it had waited for its turn
 */
public record RawResponse(HttpStatusCode status, HttpHeaders headers, RawBody body, Instant sentAt) {

    /** The envelope of a success; throws the exception of a failure. */
    public JsonNode successOf(Target target) {
        return ResponseClassifier.classify(this, target);
    }
}
