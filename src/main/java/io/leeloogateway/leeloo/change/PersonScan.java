package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * The first rows of a list of people, each person once.
 *
 * @param isComplete whether the list has no more rows
 */
record PersonScan(List<PersonRow> rows, boolean isComplete) {

    private static final int MAX_ROWS = 100;

    PersonScan {
        rows = List.copyOf(rows);
    }

    /** Reads on where Leeloo returns a shorter page than requested, and stops at a page without new rows: Leeloo's total may be wrong. */
    static PersonScan of(FreshReader reader, Function<OffsetPageRequest, ListPeople> query) {
        var rows = new LinkedHashMap<String, PersonRow>();
        var read = 0;
        while (read < MAX_ROWS) {
            var before = rows.size();
            var page = reader.read(query.apply(new OffsetPageRequest(MAX_ROWS - read, read)));
            page.items().forEach(row -> rows.putIfAbsent(row.id(), row));
            read += page.page().returned();
            if (rows.size() == before || read >= page.page().total()) {
                return new PersonScan(List.copyOf(rows.values()), true);
            }
        }
        return new PersonScan(List.copyOf(rows.values()), false);
    }
}
