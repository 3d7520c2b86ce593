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

/** Routes for the tags and comments of a person. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class TagsAndCommentsController {

    private final TagsAndComments tagsAndComments;

    TagsAndCommentsController(TagsAndComments tagsAndComments) {
        this.tagsAndComments = tagsAndComments;
    }

    /**
     * Add a tag to a person. Nothing happens where the person already has the tag. Leeloo endpoint 21.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     * @param tagId id of the tag, 24 lower-case hex characters; see {@code GET /tags}
     */
    @PutMapping("/people/{personId}/tags/{tagId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.addTag", scope = "people:write", kind = CHANGE)
    void addTag(@PathVariable @LeelooId String personId, @PathVariable @LeelooId String tagId) {
        tagsAndComments.addTag(personId, tagId);
    }

    /**
     * Remove a tag from a person. Nothing happens where the person does not have the tag. Leeloo endpoint 22.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     * @param tagId id of the tag, 24 lower-case hex characters; see {@code GET /tags}
     */
    @DeleteMapping("/people/{personId}/tags/{tagId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.removeTag", scope = "people:write", kind = CHANGE)
    void removeTag(@PathVariable @LeelooId String personId, @PathVariable @LeelooId String tagId) {
        tagsAndComments.removeTag(personId, tagId);
    }

    /**
     * Add a comment to a person. The operators see the comment on the person's page at Leeloo; the person does not. Leeloo endpoint
     * 20.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     * @return the comment; no route returns it again
     */
    @PostMapping("/people/{personId}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "people.addComment", scope = "people:write", kind = CHANGE)
    CommentView addComment(@PathVariable @LeelooId String personId, @RequestBody @Valid CommentForm form) {
        return tagsAndComments.addComment(personId, form);
    }
}
