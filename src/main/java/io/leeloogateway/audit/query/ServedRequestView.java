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
 * One call to the gateway.
 *
 * @param entry its entry in the diary
 * @param reads what the answer was made of, in the order in which it was read
 * @param attempts the calls to Leeloo
 * @param rateLimit what the client's limit said, as in the header {@code RateLimit}
 */
@Schema(name = "RequestCall")
record ServedRequestView(
        EntryView entry,
        List<Read> reads,
        List<Attempt> attempts,
        @Schema(example = "\"client\";r=119;t=60") @Nullable String rateLimit) {

    /**
     * A part of an answer.
     *
     * @param cacheStatus how it was come by (RFC 9211)
     * @param ageSeconds how old it was
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
     * @param at when it began
     * @param durationMs how long it took, in milliseconds
     * @param result Leeloo's HTTP status, or what broke
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
                EntryView.of(events),
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
