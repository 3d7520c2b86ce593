package io.leeloogateway.people;

import io.leeloogateway.leeloo.change.AddComment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A new comment.
 *
 * @param text the text, 1 to 10000 characters
 */
record CommentForm(@NotBlank @Size(max = 10_000) String text) {

    AddComment toChange(String personId) {
        return new AddComment(personId, text);
    }
}
