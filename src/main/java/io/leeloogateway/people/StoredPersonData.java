package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.cache.PersonLinks;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.PersonChannel;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.operations.PersonErasure;
import io.leeloogateway.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The personal data that the gateway itself stores. */
@Service
class StoredPersonData {

    private static final Logger log = LoggerFactory.getLogger(StoredPersonData.class);

    private final LeelooCache cache;
    private final PersonLinkRepository personLinks;
    private final PersonErasure erasure;

    StoredPersonData(LeelooCache cache, PersonLinkRepository personLinks, PersonErasure erasure) {
        this.cache = cache;
        this.personLinks = personLinks;
        this.erasure = erasure;
    }

    void erase(String personId) {
        var person = readFromLeeloo(personId);
        var links = person.map(StoredPersonData::links).orElse(new PersonLinks(personId, Set.of(), Set.of()));
        var contacts = person.map(ContactDetails::of)
                .orElse(ContactDetails.EMPTY)
                .plus(personLinks.findContactDetails(personId));
        erasure.erase(links, contacts.phones(), contacts.emails());
    }

    /** Where Leeloo cannot be read, the erasure uses the relations in the cache and in the operations. */
    private Optional<Person> readFromLeeloo(String personId) {
        try {
            return Optional.of(cache.readFromLeeloo(new FindPerson(personId)));
        } catch (ProblemException e) {
            log.info(
                    "person {} is erased without reading it from Leeloo: {}",
                    personId,
                    e.type().slug());
            return Optional.empty();
        }
    }

    private static PersonLinks links(Person person) {
        var channels = person.channels().stream().map(PersonChannel::id).collect(Collectors.toSet());
        return new PersonLinks(person.id(), channels, Set.copyOf(person.orderIds()));
    }
}
