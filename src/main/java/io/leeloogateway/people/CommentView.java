package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.Comment;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note on a person's card.
 *
 * @param id Leeloo's id of the note
 * @param text what it says
 * @param personId on whose card it stands
 * @param createdBy the user who wrote it
 * @param createdAt when it was written
 */
record CommentView(
        String id,
        @Nullable String text,
        @Nullable String personId,
        @Nullable String createdBy,
        @Nullable Instant createdAt)
        implements PersonalData {

    static CommentView of(Comment comment) {
        return new CommentView(
                comment.id(), comment.text(), comment.personId(), comment.createdBy(), comment.createdAt());
    }

    @Override
    public List<String> personIds() {
        return personId == null ? List.of() : List.of(personId);
    }
}
