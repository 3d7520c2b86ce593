package io.leeloogateway.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.cache.CacheContents;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of the gateway.
 *
 * @param answeredBy the id of the replica that answered
 * @param replicas the replicas, the one that started first comes first
 * @param reads the number of reads from Leeloo or its cache by result, of all these replicas since their starts
 * @param outcomes the number of changes by outcome, of all these replicas since their starts; an unknown outcome that is found later counts again
 * @param cache the cache entries by kind; missing if the database could not measure them in time
 */
@Schema(name = "Status")
record StatusView(
        @Schema(example = "4c1f7f0e-5d0c-4f9b-9d43-0f6c7a3f2b11")
        String answeredBy,

        List<Replica> replicas,
        List<Count> reads,
        List<Count> outcomes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CacheKind> cache) {

    /**
     * A replica.
     *
     * @param id its id since its start
     * @param version the version of the gateway
     * @param startedAt when it started
     * @param reportedAt when it last reported
     * @param cacheLease whether it answers from its memory without asking the database
     * @param quotaShared whether it reaches the budget of calls to Leeloo that all replicas share
     * @param breakers its circuit breakers
     */
    record Replica(
            @Schema(example = "4c1f7f0e-5d0c-4f9b-9d43-0f6c7a3f2b11")
            String id,

            @Schema(example = "1.4.0") String version,
            Instant startedAt,
            Instant reportedAt,
            boolean cacheLease,
            boolean quotaShared,
            List<Breaker> breakers) {

        static Replica of(ReplicaReports.Stored stored) {
            var report = stored.report();
            return new Replica(
                    stored.replicaId().toString(),
                    report.version(),
                    report.startedAt(),
                    stored.reportedAt().truncatedTo(ChronoUnit.MILLIS),
                    report.cacheLease(),
                    report.quotaShared(),
                    list(report.breakers(), Breaker::of));
        }
    }

    /**
     * A circuit breaker.
     *
     * @param group the calls that it stops: {@code reads} or {@code changes}
     * @param state {@code closed} while calls go to Leeloo, {@code open} while they do not, {@code half_open} while a few calls try
     */
    @Schema(name = "CircuitBreaker")
    record Breaker(
            @Schema(example = "reads") String group,
            @Schema(example = "closed") String state) {

        static Breaker of(Map.Entry<String, String> entry) {
            return new Breaker(entry.getKey(), entry.getValue());
        }
    }

    /**
     * A number of events.
     *
     * @param name the result or the outcome
     * @param number how many
     */
    @Schema(name = "StatusCount")
    record Count(
            @Schema(example = "hit") String name,
            @Schema(example = "41302") long number) {

        static Count of(Map.Entry<String, Long> entry) {
            return new Count(entry.getKey(), entry.getValue());
        }
    }

    /**
     * The cache entries of a kind.
     *
     * @param kind the kind of resource
     * @param entries their number
     * @param medianSeconds half of them are at most this old
     * @param oldestSeconds the age of the oldest entry
     */
    @Schema(name = "CacheAge")
    record CacheKind(
            @Schema(example = "person") String kind,
            @Schema(example = "10250") long entries,
            @Schema(example = "840") long medianSeconds,
            @Schema(example = "86120") long oldestSeconds) {

        static CacheKind of(CacheContents.Age age) {
            return new CacheKind(age.kind(), age.entries(), age.medianSeconds(), age.oldestSeconds());
        }
    }

    static StatusView of(UUID answeredBy, List<ReplicaReports.Stored> reports, @Nullable List<CacheContents.Age> ages) {
        var replicas = reports.stream()
                .map(Replica::of)
                .sorted(Comparator.comparing(Replica::startedAt))
                .toList();
        return new StatusView(
                answeredBy.toString(),
                replicas,
                sum(reports, ReplicaReport::reads),
                sum(reports, ReplicaReport::outcomes),
                ages == null ? null : ages.stream().map(CacheKind::of).toList());
    }

    private static List<Count> sum(
            List<ReplicaReports.Stored> reports, Function<ReplicaReport, Map<String, Long>> counts) {
        var sums = new TreeMap<String, Long>();
        reports.forEach(
                stored -> counts.apply(stored.report()).forEach((name, number) -> sums.merge(name, number, Long::sum)));
        return list(sums, Count::of);
    }

    private static <V, R> List<R> list(Map<String, V> map, Function<Map.Entry<String, V>, R> view) {
        return new TreeMap<>(map).entrySet().stream().map(view).toList();
    }
}
