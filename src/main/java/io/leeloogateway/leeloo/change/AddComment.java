package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Comment;

/** Leeloo endpoint 20: add a comment to a person. */
public record AddComment(String personId, String text) implements Change<Comment> {

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
