package io.leeloogateway.compat;

import io.leeloogateway.leeloo.model.Channel;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.request.OffsetPage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people whose data a response contains, for the audit log. */
final class Subjects {

    private Subjects() {}

    static List<String> of(@Nullable Object value) {
        return ids(value).filter(Objects::nonNull).distinct().toList();
    }

    private static Stream<@Nullable String> ids(@Nullable Object value) {
        return switch (value) {
            case Person person -> Stream.of(person.id());
            case PersonRow row -> Stream.of(row.id());
            case Order order -> Stream.of(order.personId());
            case Channel channel -> Stream.of(channel.personId());
            case OffsetPage<?>(var items, var _) -> items.stream().flatMap(Subjects::ids);
            case null, default -> Stream.empty();
        };
    }
}
