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

/** Route for the personal data that the gateway itself stores. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class PersonalDataController {

    private final StoredPersonData storedData;

    PersonalDataController(StoredPersonData storedData) {
        this.storedData = storedData;
    }

    /**
     * Erase the personal data of a person. Deletes the person's cache entries, the request and response bodies of operations on the
     * person, and the pseudonyms of the person in the audit log. The gateway reads the person from Leeloo once to find the related
     * channels and orders; if that fails, it uses the relations that it knows. Within two seconds, the person also leaves the memory of
     * all instances; requests in progress end first. Audit entries stay, with Leeloo's ids, and the person
     * stays at Leeloo. Nothing happens where nothing is stored. A repeat of an operation on the person is a 409
     * {@code response-unavailable} where its response had a body. A person with very many changes is erased in portions: if the deadline
     * passes first, the response is a 503 {@code erasure-incomplete} that says how many are left, and a repeat continues.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     */
    @DeleteMapping("/people/{personId}/personal-data")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.erasePersonalData", scope = "admin")
    void erasePersonalData(@PathVariable @LeelooId String personId) {
        storedData.erase(personId);
    }
}
