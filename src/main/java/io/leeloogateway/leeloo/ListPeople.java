package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operation 15: people, by tag names, phone, e-mail and the time of their last message. */
public record ListPeople(
        List<String> tags,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String lastMessageFrom,
        @Nullable String lastMessageTo,
        Paging paging)
        implements Query<Page<PersonRow>> {

    public ListPeople {
        tags = List.copyOf(tags);
    }

    @Override
    public Target target() {
        return Target.all("people");
    }
}
