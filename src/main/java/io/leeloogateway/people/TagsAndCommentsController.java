package io.leeloogateway.people;

import static io.leeloogateway.request.Route.Kind.CHANGE;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes to what is put on a person's card. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class TagsAndCommentsController {

    private final TagsAndComments annotations;

    TagsAndCommentsController(TagsAndComments annotations) {
        this.annotations = annotations;
    }

    /**
     * Gives a person a tag. Nothing happens where the person has it already; Leeloo operation 21.
     *
     * @param personId the person's id, 24 lower-case hex characters; not a channel's
     * @param tagId the tag's id, 24 lower-case hex characters; see {@code GET /tags}
     */
    @PutMapping("/people/{personId}/tags/{tagId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.addTag", scope = "people:write", kind = CHANGE)
    void addTag(@PathVariable @LeelooId String personId, @PathVariable @LeelooId String tagId) {
        annotations.addTag(personId, tagId);
    }

    /**
     * Takes a tag from a person. Leeloo operation 22.
     *
     * @param personId the person's id, 24 lower-case hex characters; not a channel's
     * @param tagId the tag's id, 24 lower-case hex characters; see {@code GET /tags}
     */
    @DeleteMapping("/people/{personId}/tags/{tagId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.removeTag", scope = "people:write", kind = CHANGE)
    void removeTag(@PathVariable @LeelooId String personId, @PathVariable @LeelooId String tagId) {
        annotations.removeTag(personId, tagId);
    }

    /**
     * Puts a note on a person's card. Leeloo operation 20.
     *
     * @param personId the person's id, 24 lower-case hex characters; not a channel's
     * @return the note; it has no address here
     */
    @PostMapping("/people/{personId}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "people.addComment", scope = "people:write", kind = CHANGE)
    CommentView addComment(@PathVariable @LeelooId String personId, @RequestBody @Valid CommentForm form) {
        return annotations.addComment(personId, form);
    }
}
