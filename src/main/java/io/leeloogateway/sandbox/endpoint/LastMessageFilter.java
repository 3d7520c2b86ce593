package io.leeloogateway.sandbox.endpoint;

import io.leeloogateway.sandbox.http.LeelooDates;
import io.leeloogateway.sandbox.http.LeelooError;
import io.leeloogateway.sandbox.http.WireCall;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The filter on the time of the last message. A date without a time as the upper bound includes the whole day. */
record LastMessageFilter(@Nullable Instant from, @Nullable Instant to) {

    static LastMessageFilter of(WireCall call) {
        return new LastMessageFilter(bound(call, "[from]"), bound(call, "[to]"));
    }

    boolean matches(@Nullable Instant at) {
        if (from == null && to == null) {
            return true;
        }
        return at != null && (from == null || !at.isBefore(from)) && (to == null || !at.isAfter(to));
    }

    private static @Nullable Instant bound(WireCall call, String end) {
        var name = "filter[last_message]" + end;
        var text = call.parameter(name, "");
        if (text.isEmpty()) {
            return null;
        }
        var instant = LeelooDates.parse(text).orElseThrow(() -> LeelooError.format(name, "NOT_VALID_DATE"));
        var wholeDay = end.equals("[to]") && text.length() == "2026-01-13".length();
        return wholeDay ? instant.plus(Duration.ofDays(1)).minusMillis(1) : instant;
    }
}
