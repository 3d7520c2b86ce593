package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 15: list people, filtered by tag names, phone, e-mail and the time of their last message. */
public record ListPeople(
        List<String> tags,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String lastMessageFrom,
        @Nullable String lastMessageTo,
        OffsetPageRequest paging)
        implements Query<OffsetPage<PersonRow>> {

    public ListPeople {
        tags = List.copyOf(tags);
    }

    @Override
    public Target target() {
        return Target.all("people");
    }
}
