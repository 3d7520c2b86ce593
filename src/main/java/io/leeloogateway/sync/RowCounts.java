package io.leeloogateway.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The rows that a run met.
 *
 * @param added rows that no run had met before
 * @param changed rows whose content is another one than in the run before
 * @param unchanged rows with the same content as in the run before
 * @param gone entries that are unknown to Leeloo by now
 * @param rejected rows, among the others, whose content the gateway cannot store; what it stored before stays
 */
@Schema(name = "SyncRows")
record RowCounts(@JsonProperty("new") long added, long changed, long unchanged, long gone, long rejected) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0);

    RowCounts plus(RowCounts other) {
        return new RowCounts(
                added + other.added,
                changed + other.changed,
                unchanged + other.unchanged,
                gone + other.gone,
                rejected + other.rejected);
    }

    RowCounts plusGone(long more) {
        return new RowCounts(added, changed, unchanged, gone + more, rejected);
    }

    long met() {
        return added + changed + unchanged;
    }
}
