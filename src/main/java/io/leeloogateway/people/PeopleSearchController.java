package io.leeloogateway.people;

import static io.leeloogateway.request.Route.Kind.READ;

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

    PeopleSearchController(PeopleSearch search) {
        this.search = search;
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
}
