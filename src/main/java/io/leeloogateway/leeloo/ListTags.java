package io.leeloogateway.leeloo;

import java.util.List;

/** Operation 23: all tags. */
public record ListTags() implements Query<List<Tag>> {

    @Override
    public Target target() {
        return Target.all("tags");
    }
}
