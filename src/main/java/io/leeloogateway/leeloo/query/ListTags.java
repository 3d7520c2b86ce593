package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Tag;
import java.util.List;

/** Operation 23: all tags. */
public record ListTags() implements Query<List<Tag>> {

    @Override
    public Target target() {
        return Target.all("tags");
    }
}
