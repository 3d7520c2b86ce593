package io.leeloogateway.leeloo.wire;

import io.leeloogateway.request.OffsetPageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the query parameters of a request without absent values. */
final class FilterParameters {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    FilterParameters add(String name, @Nullable String value) {
        if (value != null) {
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
        }
        return this;
    }

    FilterParameters page(OffsetPageRequest paging) {
        return add("limit", String.valueOf(paging.limitOrDefault()))
                .add("offset", String.valueOf(paging.offsetOrDefault()));
    }

    FilterParameters lastMessage(@Nullable String from, @Nullable String to) {
        return add("filter[last_message][from]", from).add("filter[last_message][to]", to);
    }

    Map<String, List<String>> build() {
        return values;
    }
}
