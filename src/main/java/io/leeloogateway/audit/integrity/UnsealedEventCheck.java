package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.store.DatabaseClusterRepository;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks events that no seal covers: they are too young, or were inserted. */
final class UnsealedEventCheck {

    private final EventHmac hmacs;
    private final SealRepository seals;
    private final DatabaseClusterRepository.Cluster current;
    private final Findings findings;
    private final Optional<Long> lastCluster;
    private final Map<Long, Long> ends = new HashMap<>();
    private long unsealed;
    private @Nullable UUID oldest;
    private long inserted;
    private long impossible;

    UnsealedEventCheck(
            EventHmac hmacs, SealRepository seals, DatabaseClusterRepository.Cluster current, Findings findings) {
        this.hmacs = hmacs;
        this.seals = seals;
        this.current = current;
        this.findings = findings;
        this.lastCluster = seals.newest().map(seal -> seal.span().cluster());
    }

    void check(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        if (!hmacs.isValid(row)) {
            var at = UuidV7Generator.timestamp(id);
            findings.add(new Finding(null, at, at, "event " + id + " was not written by a gateway"));
        }
        var cluster = row.getLong("cluster");
        var xid = row.getString("xid");
        if (isBelow(xid, ends.computeIfAbsent(cluster, number -> Long.parseUnsignedLong(seals.end(number))))) {
            inserted++;
        } else if (isPossible(cluster, xid)) {
            unsealed++;
            oldest = oldest == null || id.compareTo(oldest) < 0 ? id : oldest;
        } else {
            impossible++;
        }
    }

    /** Whether the transaction can exist: it has begun in the current cluster, or an earlier cluster is not sealed to its end yet. */
    private boolean isPossible(long cluster, String xid) {
        return cluster == current.id()
                ? isBelow(xid, Long.parseUnsignedLong(current.next()))
                : !lastCluster.equals(Optional.of(current.id()));
    }

    private static boolean isBelow(String xid, long end) {
        return Long.compareUnsigned(Long.parseUnsignedLong(xid), end) < 0;
    }

    /** Reports the findings and returns the events that are too young for a seal. */
    VerificationView.Unsealed result() {
        if (inserted > 0) {
            findings.add("%d events exist in sealed transactions that no seal covers".formatted(inserted));
        }
        if (impossible > 0) {
            findings.add("%d events belong to transactions that never existed".formatted(impossible));
        }
        return new VerificationView.Unsealed(unsealed, oldest == null ? null : UuidV7Generator.timestamp(oldest));
    }
}
