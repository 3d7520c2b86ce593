package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditDetails;
import io.leeloogateway.audit.store.AuditEventRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request to the gateway.
 *
 * @param entry the audit entry of the request
 * @param reads the first 100 parts of the response, in the order of reading
 * @param attempts the first 100 calls to Leeloo
 * @param rateLimit the rate limit of the client, as in the header {@code RateLimit}
 */
@Schema(name = "ServedRequest")
record ServedRequestView(
        EntryView entry,
        List<Read> reads,
        List<Attempt> attempts,
        @Schema(example = "\"client\";r=119;t=60") @Nullable String rateLimit) {

    /**
     * A part of a response.
     *
     * @param cacheStatus the cache status (RFC 9211)
     * @param ageSeconds the age in seconds
     */
    @Schema(name = "RequestRead")
    record Read(
            @Schema(example = "leeloo-gateway; hit") String cacheStatus,
            @Schema(example = "17") long ageSeconds) {

        static Read of(JsonNode read) {
            return new Read(
                    read.path("cacheStatus").stringValue(),
                    read.path("ageSeconds").longValue());
        }
    }

    /**
     * A call to Leeloo.
     *
     * @param at the start of the call
     * @param durationMs the duration in milliseconds
     * @param result the HTTP status of Leeloo, or the transport error
     */
    @Schema(name = "RequestAttempt")
    record Attempt(
            @Schema(example = "2026-11-23T08:15:30.125Z") Instant at,
            @Schema(example = "112") long durationMs,
            @Schema(example = "200") String result) {

        static Attempt of(JsonNode attempt) {
            return new Attempt(
                    Instant.parse(attempt.path("at").stringValue()),
                    attempt.path("durationMs").longValue(),
                    attempt.path("result").stringValue());
        }
    }

    static ServedRequestView of(List<AuditEventRow> events) {
        var limit = all(events, AuditDetails.LIMIT).map(JsonNode::stringValue).findFirst();
        return new ServedRequestView(
                EntryMerger.merge(events),
                all(events, AuditDetails.READS)
                        .flatMap(JsonNode::valueStream)
                        .map(Read::of)
                        .toList(),
                all(events, AuditDetails.ATTEMPTS)
                        .flatMap(JsonNode::valueStream)
                        .map(Attempt::of)
                        .toList(),
                limit.orElse(null));
    }

    private static Stream<JsonNode> all(List<AuditEventRow> events, String name) {
        return events.stream().map(event -> event.details().path(name)).filter(node -> !node.isMissingNode());
    }
}
