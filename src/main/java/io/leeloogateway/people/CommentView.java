package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.Comment;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a person.
 *
 * @param id Leeloo's id of the comment
 * @param text the text
 * @param personId id of the person
 * @param createdBy id of the user who wrote the comment
 * @param createdAt time of creation
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
