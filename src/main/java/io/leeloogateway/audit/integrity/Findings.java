package io.leeloogateway.audit.integrity;

import io.leeloogateway.request.UuidV7Generator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a verification found: all are counted, the first are kept. */
final class Findings {

    static final int MOST = 100;

    private final List<Finding> first = new ArrayList<>();
    private long found;

    void add(String detail) {
        add(new Finding(null, null, null, detail));
    }

    /** About a seal, or the events that it covers. */
    void add(Seal seal, String detail) {
        add(new Finding(
                seal.number(), at(seal.content().firstId()), at(seal.content().lastId()), detail));
    }

    void add(Finding finding) {
        found++;
        if (first.size() < MOST) {
            first.add(finding);
        }
    }

    long found() {
        return found;
    }

    List<Finding> first() {
        return first;
    }

    static Instant at(String id) {
        return UuidV7Generator.at(UUID.fromString(id));
    }
}
