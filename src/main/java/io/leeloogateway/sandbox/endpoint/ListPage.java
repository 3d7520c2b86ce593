package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.fault.FaultKind;
import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.Reply;
import io.leeloogateway.sandbox.http.WireCall;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page of a list, corrupted by the fault of the call. */
final class ListPage {

    private static final int DEFAULT = 20;
    private static final int MAX = 100;
    private static final int CLAMPED_MAX = 10;

    private ListPage() {}

    static <T> Reply of(Collection<T> matching, WireCall call, Function<? super T, ? extends JsonNode> row) {
        int most = call.hasFault(FaultKind.CLAMPED_LIMIT) ? CLAMPED_MAX : MAX;
        int limit = Math.clamp(number(call, "limit", DEFAULT), 1, most);
        int offset = number(call, "offset", 0);
        int inserted = call.hasFault(FaultKind.SHIFTING_ROWS) ? offset / limit : 0;
        int size = call.hasFault(FaultKind.SHORT_PAGES) ? (limit + 1) / 2 : limit;
        var rows = List.copyOf(matching).stream()
                .skip(offset - inserted)
                .limit(size)
                .toList();
        int total = call.hasFault(FaultKind.LYING_TOTAL) ? (int) call.fault().number() : matching.size() + inserted;
        return Reply.data(JsonBuilder.array(rows, row)).with("meta", meta(limit, offset, rows.size(), total));
    }

    private static ObjectNode meta(int limit, int offset, int filtered, int total) {
        return JsonBuilder.object()
                .put("limit", limit)
                .put("offset", offset)
                .put("filteredCount", filtered)
                .put("totalCount", total);
    }

    private static int number(WireCall call, String name, int defaultValue) {
        var text = call.parameter(name, Integer.toString(defaultValue));
        if (!text.matches("[0-9]{1,9}")) {
            throw LeelooError.format(name, "NOT_VALID_NUMBER");
        }
        return Integer.parseInt(text);
    }
}
