package io.leeloogateway.leeloo.wire;

import io.leeloogateway.request.OffsetPageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Builds the query parameters of a request without absent values. */
final class FilterParameters {

    private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();

    FilterParameters add(String name, @Nullable String value) {
        if (value != null) {
            values.add(name, value);
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

    MultiValueMap<String, String> build() {
        return values;
    }
}
