package io.leeloogateway.leeloo.wire;

import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.Target;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The ids in the {@code data} of a response, to be compared with the ids of the call. Absent ids prove nothing. */
record ResponseIds(JsonNode data, Target target) {

    /** Requires the field, in either spelling, to have one of the ids. */
    ResponseIds require(String field, String... ids) {
        if (!List.of(ids).containsAll(idsOf(data, field, FieldNames.camelCase(field)))) {
            throw mismatch();
        }
        return this;
    }

    /** Requires the channels of a person to include the channel. */
    void requireAccount(String channelId) {
        var channels = data.path("accounts")
                .valueStream()
                .flatMap(account ->
                        idsOf(account, "account_id", "accountId", "id").stream().limit(1))
                .toList();
        if (!channels.isEmpty() && !channels.contains(channelId)) {
            throw mismatch();
        }
    }

    private LeelooUnreadable mismatch() {
        return new LeelooUnreadable(target, "is about another resource", null);
    }

    private static List<String> idsOf(JsonNode node, String... fields) {
        return Stream.of(fields)
                .map(field -> node.path(field).asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
