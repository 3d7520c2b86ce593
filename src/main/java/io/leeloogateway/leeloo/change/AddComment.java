package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Comment;

/** Operation 20: puts a note on a person's card. */
public record AddComment(String personId, String text) implements Change<Comment> {

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
