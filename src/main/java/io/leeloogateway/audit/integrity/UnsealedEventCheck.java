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

/** The events that none of the seals covers that were looked at: they may be too young, or have no business to be there. */
final class UnsealedEventCheck {

    private final EventHmac macs;
    private final SealRepository seals;
    private final DatabaseClusterRepository.Here here;
    private final Findings findings;
    private final Optional<Long> lastCluster;
    private final Map<Long, Long> ends = new HashMap<>();
    private long unsealed;
    private @Nullable UUID oldest;
    private long inserted;
    private long strays;

    UnsealedEventCheck(EventHmac macs, SealRepository seals, DatabaseClusterRepository.Here here, Findings findings) {
        this.macs = macs;
        this.seals = seals;
        this.here = here;
        this.findings = findings;
        this.lastCluster = seals.newest().map(seal -> seal.span().cluster());
    }

    void look(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        if (!macs.isRight(row)) {
            var at = UuidV7Generator.at(id);
            findings.add(new Finding(null, at, at, "event " + id + " is not as a gateway wrote it"));
        }
        var cluster = row.getLong("cluster");
        var xid = row.getString("xid");
        if (isBelow(xid, ends.computeIfAbsent(cluster, each -> Long.parseUnsignedLong(seals.end(each))))) {
            inserted++;
        } else if (isPossible(cluster, xid)) {
            unsealed++;
            oldest = oldest == null || id.compareTo(oldest) < 0 ? id : oldest;
        } else {
            strays++;
        }
    }

    /** Of this cluster what has begun. Another's end is sealed before this one's beginning. */
    private boolean isPossible(long cluster, String xid) {
        return cluster == here.id()
                ? isBelow(xid, Long.parseUnsignedLong(here.next()))
                : !lastCluster.equals(Optional.of(here.id()));
    }

    private static boolean isBelow(String xid, long end) {
        return Long.compareUnsigned(Long.parseUnsignedLong(xid), end) < 0;
    }

    /** What is too young for a seal. */
    VerificationView.Unsealed end() {
        if (inserted > 0) {
            findings.add("%d events stand between those that were sealed, and no seal covers them".formatted(inserted));
        }
        if (strays > 0) {
            findings.add("%d events of transactions that never were".formatted(strays));
        }
        return new VerificationView.Unsealed(unsealed, oldest == null ? null : UuidV7Generator.at(oldest));
    }
}
