package io.leeloogateway.people;

import static io.leeloogateway.request.Route.Kind.CHANGE;
import static io.leeloogateway.request.Route.Kind.READ;

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

/** Routes for people. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /**
     * List people. Several people may have the same phone number. Leeloo endpoint 15.
     *
     * @return a page of people
     */
    @GetMapping("/people")
    @Route(action = "people.list", scope = "people:read", kind = READ)
    OffsetPage<PersonRowView> listPeople(
            @ParameterObject @Valid PeopleFilter filter, @ParameterObject @Valid OffsetPageRequest paging) {
        return people.list(filter, paging);
    }

    /**
     * Get a person. The profile with tags, channels, custom fields and subscriptions; orders and operators on request. Costs up to two
     * calls to Leeloo, because the ids of tags come from the list of tags. Leeloo endpoints 18 and 23.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     * @return the person
     */
    @GetMapping("/people/{personId}")
    @Route(action = "people.find", scope = "people:read", kind = READ)
    PersonView findPerson(@PathVariable @LeelooId String personId, @ParameterObject @Valid PersonExpansion expansion) {
        return people.find(personId, expansion);
    }

    /**
     * Get the person of a channel. Use it when a message or a bot names only its channel. Costs up to two calls to Leeloo, because the
     * ids of tags come from the list of tags. Leeloo endpoints 7 and 23.
     *
     * @param channelId id of the channel, 24 lower-case hex characters; not the id of a person
     * @param raw {@code true} adds the unchanged response of Leeloo (needs raw:read)
     * @return the person
     */
    @GetMapping("/channels/{channelId}/person")
    @Route(action = "people.findByChannel", scope = "people:read", kind = READ)
    PersonView findPersonOfChannel(
            @PathVariable @LeelooId String channelId, @RequestParam(defaultValue = "false") boolean raw) {
        return people.findByChannel(channelId, raw);
    }

    /**
     * Create a person. Leeloo creates a manual channel for the person too, and does not check whether another person has the same
     * phone number. Leeloo endpoint 16.
     *
     * @return the id of the new person and the id of the new channel
     */
    @PostMapping("/people")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "people.create", scope = "people:write", kind = CHANGE)
    ResponseEntity<NewPersonView> createPerson(@RequestBody @Valid NewPersonForm form) {
        var person = people.create(form);
        var location =
                UriComponentsBuilder.fromPath("/api/v1/people/{id}").encode().buildAndExpand(person.id());
        return ResponseEntity.created(location.toUri()).body(person);
    }

    /**
     * Change a person. Fields that are absent stay as they are; custom fields are set by type and name. The response has no body: read
     * the person for the new state. Leeloo endpoint 17.
     *
     * @param personId id of the person, 24 lower-case hex characters; not the id of a channel
     */
    @PatchMapping("/people/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Route(action = "people.change", scope = "people:write", kind = CHANGE)
    void changePerson(@PathVariable @LeelooId String personId, @RequestBody @Valid PersonChangeForm form) {
        people.change(personId, form);
    }

    /**
     * Import people by SMS. Leeloo imports them later and does not return their ids. The body may have up to 1 MiB. Leeloo endpoint 19.
     *
     * @return the number of accepted people
     */
    @PostMapping("/people/sms-imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Route(action = "people.import", scope = "people:write", kind = CHANGE, maxBodyKib = 1024)
    SmsImportView importPeople(@RequestBody @Valid SmsImportForm form) {
        return people.importPeople(form);
    }
}
