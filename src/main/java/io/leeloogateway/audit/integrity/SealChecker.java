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

/** One look at seals in their order and at what stands under them. */
final class SealChecker {

    private final SegmentReader segments;
    private final KeyedHash hashes;
    private final EventHmac macs;
    private final RetainedPartitions months;
    private final Findings findings;
    private final SealedRanges covered = new SealedRanges();
    private @Nullable Seal before;
    private long seals;
    private long events;
    private long dropped;

    /** What was read last, and what of it no seal was seen for yet: seals of several months share their transactions. */
    private SortedMap<LocalDate, SegmentDigest> read = new TreeMap<>();

    private @Nullable Seal readBy;

    SealChecker(
            SegmentReader segments, KeyedHash hashes, EventHmac macs, RetainedPartitions months, Findings findings) {
        this.segments = segments;
        this.hashes = hashes;
        this.macs = macs;
        this.months = months;
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

    SealedRanges covered() {
        return covered;
    }

    /** Whether it is the one that was set, as far as the one before it tells. */
    void link(Seal seal) {
        var hangsOn = before != null && before.number() == seal.number() - 1 ? before.hmac() : null;
        if ((hangsOn != null || seal.number() == 1)
                && !hashes.matches(seal.signed(hangsOn), HexFormat.of().parseHex(seal.hmac()))) {
            findings.add(seal, "the seal itself is not the one that was set");
        }
        before = seal;
    }

    /** The same, and whether its events are those that were sealed. Of a month that is gone there is nothing to be read. */
    void look(Seal seal) {
        link(seal);
        seals++;
        if (readBy != null && !readBy.span().isBeside(seal.span())) {
            end();
        }
        if (readBy == null && months.isThere(seal.span().month())) {
            covered.add(seal.span());
            read = segments.read(
                    seal.span().cluster(), seal.span().xidFrom(), seal.span().xidTo(), row -> lookAt(row, seal));
            readBy = seal;
        }
        compare(seal);
    }

    private void lookAt(ResultSet row, Seal seal) throws SQLException {
        if (!macs.isRight(row)) {
            var id = row.getString("id");
            findings.add(new Finding(
                    seal.number(), Findings.at(id), Findings.at(id), "event " + id + " is not as a gateway wrote it"));
        }
    }

    private void compare(Seal seal) {
        var month = seal.span().month();
        var sealed = seal.content();
        var found = read.remove(month);
        if (found == null && !months.isThere(month)) {
            if (months.isDropped(month)) {
                dropped += sealed.events();
            } else {
                findings.add(seal, "its month %s is gone, and no gateway dropped it".formatted(month));
            }
            return;
        }
        var there = found == null ? 0 : found.events();
        events += there;
        if (there != sealed.events()) {
            findings.add(seal, "%d events were sealed, %d are there".formatted(sealed.events(), there));
        } else if (!sealed.equals(found)) {
            findings.add(seal, "its events are not the ones that were sealed, or not in their order");
        }
    }

    /** What is left of a segment stands in a month that had no events when it was sealed. */
    void end() {
        if (readBy != null) {
            for (var left : read.entrySet()) {
                findings.add(
                        readBy,
                        "%d events of %s stand there that were never sealed"
                                .formatted(left.getValue().events(), left.getKey()));
            }
        }
        readBy = null;
        read = new TreeMap<>();
    }
}
