package io.leeloogateway.sync;

import java.util.Collection;
import java.util.Set;

/**
 * The rows of a page that a run has recorded.
 *
 * @param counts the rows that the run had not met before
 * @param startsKnown whether the run had met the first row before
 */
record MetRows(RowCounts counts, boolean startsKnown) {

    /** How a row compares with the last time that a run met it. */
    enum Change {
        NEW,
        CHANGED,
        UNCHANGED,
        REPEATED;

        static Change of(boolean isNew, boolean isFirst, boolean isChanged) {
            if (isNew) {
                return NEW;
            }
            if (!isFirst) {
                return REPEATED;
            }
            return isChanged ? CHANGED : UNCHANGED;
        }
    }

    /** A row that a run has recorded. */
    record Row(String id, Change change) {}

    static MetRows of(Collection<Row> rows, Set<String> rejected, boolean startsKnown) {
        var changes = rows.stream().map(Row::change).toList();
        return new MetRows(
                new RowCounts(
                        count(changes, Change.NEW),
                        count(changes, Change.CHANGED),
                        count(changes, Change.UNCHANGED),
                        0,
                        rows.stream()
                                .filter(row -> row.change() != Change.REPEATED && rejected.contains(row.id()))
                                .count()),
                startsKnown);
    }

    private static long count(Collection<Change> changes, Change wanted) {
        return changes.stream().filter(change -> change == wanted).count();
    }
}
