package io.leeloogateway.audit;

import io.leeloogateway.request.TimeOrderedIds;
import io.leeloogateway.secrets.KeyedHash;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One look at the seals in their order and at what stands under them. */
final class Check {

    private static final int MOST_FINDINGS = 100;

    /** A replica that cannot reach the database keeps its events that long, while another one's are sealed. */
    private static final Duration LATEST = Duration.ofMinutes(10);

    private final Segments segments;
    private final KeyedHash hashes;
    private final Set<LocalDate> months;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable Seal before;
    private long expected = 1;
    private long seals;
    private long events;
    private long dropped;

    /** What was read last, and what of it no seal was seen for yet: seals of several months share their transactions. */
    private Map<LocalDate, Content> read = new TreeMap<>();

    private @Nullable String readFrom;

    Check(Segments segments, KeyedHash hashes, Set<LocalDate> months) {
        this.segments = segments;
        this.hashes = hashes;
        this.months = months;
    }

    void hangOn(Seal seal) {
        before = seal;
    }

    void expect(long number) {
        expected = number;
    }

    void look(Seal seal) {
        if (seal.number() != expected) {
            find(seal, "the seals from %d to before this one are gone".formatted(expected));
        } else if (!hashes.matches(
                seal.signed(before == null ? null : before.hmac()),
                HexFormat.of().parseHex(seal.hmac()))) {
            find(seal, "the seal itself is not the one that was set");
        }
        compare(seal);
        lookForLateOnes(seal);
        seals++;
        before = seal;
        expected = seal.number() + 1;
    }

    private void compare(Seal seal) {
        var span = seal.span();
        if (!transactions(span).equals(readFrom)) {
            readSegment(seal);
        }
        var found = read.remove(span.month());
        if (found == null && !months.contains(span.month())) {
            dropped += seal.content().events();
            return;
        }
        events += found == null ? 0 : found.events();
        var there = found == null ? 0 : found.events();
        if (there != seal.content().events()) {
            find(
                    seal,
                    "%d events were sealed, %d are there"
                            .formatted(seal.content().events(), there));
        } else if (found != null && !found.equals(seal.content())) {
            find(seal, "its events are not the ones that were sealed, or not in their order");
        }
    }

    private void readSegment(Seal seal) {
        endSegment();
        var span = seal.span();
        read = new TreeMap<>(segments.read(span.era(), span.xidFrom(), span.xidTo()));
        readFrom = transactions(span);
    }

    private static String transactions(Seal.Span span) {
        return span.era() + " " + span.xidFrom() + " " + span.xidTo();
    }

    /** What is left of a segment stands in a month that had no events when it was sealed. */
    private void endSegment() {
        read.forEach((month, content) -> {
            if (before != null) {
                find(before, "%d events of %s stand there that were never sealed".formatted(content.events(), month));
            }
        });
    }

    /** An event is written when it happens: one that is dated before the last seal was slipped in. */
    private void lookForLateOnes(Seal seal) {
        var first = TimeOrderedIds.at(UUID.fromString(seal.content().firstId()));
        if (before != null
                && first.isBefore(before.sealedAt().minus(LATEST))
                && before.span().era() == seal.span().era()) {
            find(seal, "it has events that are dated long before they were written");
        }
    }

    void end(long last) {
        endSegment();
        if (expected <= last) {
            find(null, "the seals from %d to %d are gone".formatted(expected, last));
        }
    }

    void findStrays(long strays) {
        if (strays > 0) {
            find(null, "%d events of transactions that never were".formatted(strays));
        }
    }

    VerificationView view(VerificationView.@Nullable NewestSeal newest) {
        return new VerificationView(
                findings.isEmpty(),
                seals,
                events,
                dropped,
                newest,
                findings.stream().limit(MOST_FINDINGS).toList());
    }

    private void find(@Nullable Seal seal, String detail) {
        findings.add(new Finding(
                seal == null ? null : seal.number(),
                seal == null ? null : at(seal.content().firstId()),
                seal == null ? null : at(seal.content().lastId()),
                detail));
    }

    private static Instant at(String id) {
        return TimeOrderedIds.at(UUID.fromString(id));
    }
}
