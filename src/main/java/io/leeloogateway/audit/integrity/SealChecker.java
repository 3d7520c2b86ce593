package io.leeloogateway.audit.integrity;

import io.leeloogateway.audit.retention.RetainedPartitions;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.secrets.KeyedHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks seals in their order and the events that they cover. */
final class SealChecker {

    private final SegmentReader segments;
    private final KeyedHash hashes;
    private final EventHmac hmacs;
    private final RetainedPartitions partitions;
    private final Findings findings;
    private final SealedRanges checkedRanges = new SealedRanges();
    private @Nullable Seal previous;
    private long seals;
    private long events;
    private long dropped;

    /** Digests of the last segment by month, without those already compared: seals of several months share their transactions. */
    private SortedMap<LocalDate, SegmentDigest> digests = new TreeMap<>();

    private @Nullable Seal segmentSeal;

    SealChecker(
            SegmentReader segments,
            KeyedHash hashes,
            EventHmac hmacs,
            RetainedPartitions partitions,
            Findings findings) {
        this.segments = segments;
        this.hashes = hashes;
        this.hmacs = hmacs;
        this.partitions = partitions;
        this.findings = findings;
    }

    long seals() {
        return seals;
    }

    long events() {
        return events;
    }

    long dropped() {
        return dropped;
    }

    SealedRanges checkedRanges() {
        return checkedRanges;
    }

    /** Checks the HMAC of a seal, if the previous seal is known. */
    void checkLink(Seal seal) {
        var previousHmac = previous != null && previous.number() == seal.number() - 1 ? previous.hmac() : null;
        if ((previousHmac != null || seal.number() == 1)
                && !hashes.matches(seal.hmacInput(previousHmac), HexFormat.of().parseHex(seal.hmac()))) {
            findings.add(seal, "the seal was changed");
        }
        previous = seal;
    }

    /** Checks the HMAC of a seal and its events. Events of a dropped month cannot be read. */
    void check(Seal seal) {
        checkLink(seal);
        seals++;
        if (segmentSeal != null && !segmentSeal.span().hasSameTransactions(seal.span())) {
            finishSegment();
        }
        if (segmentSeal == null && partitions.exists(seal.span().month())) {
            checkedRanges.add(seal.span());
            digests = segments.read(
                    seal.span().cluster(), seal.span().xidFrom(), seal.span().xidTo(), row -> checkEvent(row, seal));
            segmentSeal = seal;
        }
        compare(seal);
    }

    private void checkEvent(ResultSet row, Seal seal) throws SQLException {
        if (!hmacs.isValid(row)) {
            var id = row.getString("id");
            findings.add(new Finding(
                    seal.number(), Findings.at(id), Findings.at(id), "event " + id + " was not written by a gateway"));
        }
    }

    private void compare(Seal seal) {
        var month = seal.span().month();
        var expected = seal.content();
        var digest = digests.remove(month);
        if (digest == null && !partitions.exists(month)) {
            if (partitions.isDropped(month)) {
                dropped += expected.events();
            } else {
                findings.add(seal, "its month %s is missing, and no gateway dropped it".formatted(month));
            }
            return;
        }
        var actual = digest == null ? 0 : digest.events();
        events += actual;
        if (actual != expected.events()) {
            findings.add(seal, "%d events were sealed, %d exist".formatted(expected.events(), actual));
        } else if (!expected.equals(digest)) {
            findings.add(seal, "its events or their order differ from what was sealed");
        }
    }

    /** Reports events in a month that had none when the segment was sealed. */
    void finishSegment() {
        if (segmentSeal != null) {
            for (var unexpected : digests.entrySet()) {
                findings.add(
                        segmentSeal,
                        "%d events of %s exist that were never sealed"
                                .formatted(unexpected.getValue().events(), unexpected.getKey()));
            }
        }
        segmentSeal = null;
        digests = new TreeMap<>();
    }
}
