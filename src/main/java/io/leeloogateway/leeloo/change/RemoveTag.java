package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Accepted;

/** Leeloo endpoint 22: remove a tag from a person. */
public record RemoveTag(String personId, String tagId) implements Change<Accepted> {

    @Override
    public Target target() {
        return Target.of("person", personId).and(Target.of("tag", tagId));
    }
}
