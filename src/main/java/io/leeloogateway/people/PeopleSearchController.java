package io.leeloogateway.people;

import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.request.Items;
import io.leeloogateway.request.Route;
import io.leeloogateway.search.SearchPage;
import io.leeloogateway.search.SearchPageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes that look for people. */
@RestController
@Tag(name = "People")
@RequestMapping("/api/v1")
class PeopleSearchController {

    private final PeopleSearch search;
    private final PeopleLookup lookup;

    PeopleSearchController(PeopleSearch search, PeopleLookup lookup) {
        this.search = search;
        this.lookup = lookup;
    }

    /**
     * Search people. Looks only into the cache and never asks Leeloo, whatever {@code Cache-Control} says: {@code asOf} and {@code complete}
     * say how recent and how complete the cache is. Words match in any case, with or without accents and apostrophes, in Cyrillic or Latin
     * letters; if nobody has them, people with similar words are found, so that typing errors do no harm.
     *
     * @return a page of people
     */
    @GetMapping("/people/search")
    @Route(action = "people.search", scope = "people:read", kind = READ)
    SearchPage<PersonRowView> searchPeople(
            @ParameterObject @Valid PersonSearch filter, @ParameterObject @Valid SearchPageRequest page) {
        return search.search(filter, page);
    }

    /**
     * Look up people by phone or e-mail. Use it before you create a person: returns nobody, one person or several. People in the cache are
     * returned without asking Leeloo, unless {@code Cache-Control} says that they are too old; if the cache knows nobody, or not for sure,
     * Leeloo is asked. Leeloo endpoint 15.
     *
     * @return all people with the phone number or the e-mail address, at most 100
     */
    @GetMapping("/people/lookup")
    @Route(action = "people.lookup", scope = "people:read", kind = READ)
    Items<PersonRowView> lookUpPeople(@ParameterObject @Valid PersonLookup person) {
        return lookup.find(person.checked());
    }
}
