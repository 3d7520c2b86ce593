package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;

/** Operation 21: gives a person a tag. */
public record AddTag(String personId, String tagId) implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("person", personId).and(Target.of("tag", tagId));
    }
}
