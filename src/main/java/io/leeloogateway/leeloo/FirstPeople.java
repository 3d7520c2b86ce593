package io.leeloogateway.leeloo;

import io.leeloogateway.request.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * The first rows of a list of people, each person once.
 *
 * @param isWhole whether Leeloo says that there are no more
 */
record FirstPeople(List<PersonRow> rows, boolean isWhole) {

    private static final int MOST = 100;

    FirstPeople {
        rows = List.copyOf(rows);
    }

    /** Walks on where Leeloo clamps the page, and stops where it gives nothing new: its total may lie. */
    static FirstPeople of(Witness witness, Function<Paging, ListPeople> list) {
        var rows = new LinkedHashMap<String, PersonRow>();
        var seen = 0;
        while (seen < MOST) {
            var known = rows.size();
            var answer = witness.ask(list.apply(new Paging(MOST - seen, seen)));
            answer.items().forEach(row -> rows.putIfAbsent(row.id(), row));
            seen += answer.page().returned();
            if (rows.size() == known || seen >= answer.page().total()) {
                return new FirstPeople(List.copyOf(rows.values()), true);
            }
        }
        return new FirstPeople(List.copyOf(rows.values()), false);
    }
}
