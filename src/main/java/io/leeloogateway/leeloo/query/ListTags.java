package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Tag;
import java.util.List;

/** Leeloo endpoint 23: list all tags. */
public record ListTags() implements Query<List<Tag>> {

    @Override
    public Target target() {
        return Target.all("tags");
    }
}
