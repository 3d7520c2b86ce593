package io.leeloogateway.people;

import io.leeloogateway.leeloo.AddTag;
import io.leeloogateway.leeloo.RemoveTag;
import io.leeloogateway.operations.Operations;
import org.springframework.stereotype.Service;

/** What is put on a person's card: tags and comments. */
@Service
class Annotations {

    private final Operations operations;

    Annotations(Operations operations) {
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
