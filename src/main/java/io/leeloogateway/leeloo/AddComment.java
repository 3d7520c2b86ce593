package io.leeloogateway.leeloo;

/** Operation 20: puts a note on a person's card. */
public record AddComment(String personId, String text) implements Change<Comment> {

    @Override
    public Target target() {
        return Target.of("person", personId);
    }
}
