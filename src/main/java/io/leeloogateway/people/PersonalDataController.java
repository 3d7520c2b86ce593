package io.leeloogateway.people;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The route to what the gateway itself keeps of a person. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class PersonalDataController {

    private final StoredPersonData traces;

    PersonalDataController(StoredPersonData traces) {
        this.traces = traces;
    }

    /**
     * Erases what the gateway keeps of a person: copies, what changes said and were answered, and in the diary what tells whom
     * pseudonyms stand for. Leeloo is asked once what hangs on the person; where it cannot tell, what is known here has to do. The
     * diary's entries stay, with Leeloo's ids, and so does the person at Leeloo. Nothing happens where nothing is kept. A repeat of one
     * of the person's changes is a 409 {@code answer-unknown} where its answer had a body.
     *
     * @param personId the person's id, 24 lower-case hex characters; not a channel's
     */
    @DeleteMapping("/people/{personId}/traces")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.eraseTraces", scope = "admin")
    void eraseTraces(@PathVariable @LeelooId String personId) {
        traces.erase(personId);
    }
}
