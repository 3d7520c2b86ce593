package io.leeloogateway.people;

import static io.leeloogateway.request.Route.Kind.CHANGE;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The routes to people. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /**
     * Lists people. Several people may share a phone; Leeloo operation 15.
     *
     * @return a page of people
     */
    @GetMapping("/people")
    @Route(action = "people.list", scope = "people:read")
    OffsetPage<PersonRowView> listPeople(
            @ParameterObject @Valid PeopleFilter filter, @ParameterObject @Valid OffsetPageRequest paging) {
        return people.list(filter, paging);
    }

    /**
     * Finds a person. Leeloo operation 18; a tag's id comes from operation 23.
     *
     * @param personId the person's id, 24 lower-case hex characters; not a channel's
     * @return the person
     */
    @GetMapping("/people/{personId}")
    @Route(action = "people.find", scope = "people:read")
    PersonView findPerson(@PathVariable @LeelooId String personId, @ParameterObject @Valid PersonExpansion expansion) {
        return people.find(personId, expansion);
    }

    /**
     * Finds the person behind a channel. Leeloo operation 7; a tag's id comes from operation 23.
     *
     * @param channelId the channel's id, 24 lower-case hex characters; not a person's
     * @param raw true: with what Leeloo itself said of the person (needs raw:read)
     * @return the person
     */
    @GetMapping("/channels/{channelId}/person")
    @Route(action = "people.findByChannel", scope = "people:read")
    PersonView findPersonOfChannel(
            @PathVariable @LeelooId String channelId, @RequestParam(defaultValue = "false") boolean raw) {
        return people.findByChannel(channelId, raw);
    }

    /**
     * Makes a person and its manual channel. Leeloo does not look for people of the same phone; Leeloo operation 16.
     *
     * @return the new person's id and its channel's
     */
    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "people.create", scope = "people:write", kind = CHANGE)
    ResponseEntity<NewPersonView> createPerson(@RequestBody @Valid NewPersonForm form) {
        var person = people.create(form);
        var address =
                UriComponentsBuilder.fromPath("/api/v1/people/{id}").encode().buildAndExpand(person.id());
        return ResponseEntity.created(address.toUri()).body(person);
    }

    /**
     * Changes a person's card. Leeloo operation 17.
     *
     * @param personId the person's id, 24 lower-case hex characters; not a channel's
     */
    @PatchMapping("/people/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.change", scope = "people:write", kind = CHANGE)
    void changePerson(@PathVariable @LeelooId String personId, @RequestBody @Valid PersonChangeForm form) {
        people.change(personId, form);
    }

    /**
     * Brings many people in by SMS. Leeloo does it later and tells no ids; Leeloo operation 19.
     *
     * @return how many were accepted
     */
    @PostMapping("/people/sms-imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "people.importBySms", scope = "people:write", kind = CHANGE)
    SmsImportView importPeople(@RequestBody @Valid SmsImportForm form) {
        return people.importBySms(form);
    }
}
