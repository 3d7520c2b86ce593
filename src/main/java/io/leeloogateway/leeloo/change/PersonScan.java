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
 * @param isWhole whether Leeloo says that there are no more
 */
record PersonScan(List<PersonRow> rows, boolean isWhole) {

    private static final int MOST = 100;

    PersonScan {
        rows = List.copyOf(rows);
    }

    /** Walks on where Leeloo clamps the page, and stops where it gives nothing new: its total may lie. */
    static PersonScan of(FreshReader witness, Function<OffsetPageRequest, ListPeople> list) {
        var rows = new LinkedHashMap<String, PersonRow>();
        var seen = 0;
        while (seen < MOST) {
            var known = rows.size();
            var answer = witness.ask(list.apply(new OffsetPageRequest(MOST - seen, seen)));
            answer.items().forEach(row -> rows.putIfAbsent(row.id(), row));
            seen += answer.page().returned();
            if (rows.size() == known || seen >= answer.page().total()) {
                return new PersonScan(List.copyOf(rows.values()), true);
            }
        }
        return new PersonScan(List.copyOf(rows.values()), false);
    }
}
