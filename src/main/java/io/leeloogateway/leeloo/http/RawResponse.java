package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/** A complete HTTP response of Leeloo, not yet classified. */
public record RawResponse(HttpStatusCode status, HttpHeaders headers, RawBody body) {

    /** The envelope of a success; throws the exception of a failure. */
    public JsonNode successOf(Target target) {
        return ResponseClassifier.classify(this, target);
    }
}
