package io.leeloogateway.people;

import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.operations.Operations;
import org.springframework.stereotype.Service;

/** Adds and removes tags, adds comments. */
@Service
class TagsAndComments {

    private final Operations operations;

    TagsAndComments(Operations operations) {
        this.operations = operations;
    }

    void addTag(String personId, String tagId) {
        operations.execute(new AddTag(personId, tagId));
    }

    void removeTag(String personId, String tagId) {
        operations.execute(new RemoveTag(personId, tagId));
    }

    CommentView addComment(String personId, CommentForm form) {
        return CommentView.of(operations.execute(form.toChange(personId)));
    }
}
