package io.leeloogateway.audit.integrity;

import io.leeloogateway.request.UuidV7Generator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Collects the findings of a verification: counts all, keeps the first ones. */
final class Findings {

    static final int MAX_KEPT = 100;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(String detail) {
        add(new Finding(null, null, null, detail));
    }

    /** Adds a finding about a seal or its events. */
    void add(Seal seal, String detail) {
        add(new Finding(
                seal.number(), at(seal.content().firstId()), at(seal.content().lastId()), detail));
    }

    void add(Finding finding) {
        count++;
        if (first.size() < MAX_KEPT) {
            first.add(finding);
        }
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return first;
    }

    static Instant at(String id) {
        return UuidV7Generator.timestamp(UUID.fromString(id));
    }
}
