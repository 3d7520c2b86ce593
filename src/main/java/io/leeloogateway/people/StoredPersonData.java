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

/** What the gateway itself keeps of a person. */
@Service
class StoredPersonData {

    private static final Logger log = LoggerFactory.getLogger(StoredPersonData.class);

    private final LeelooCache mirror;
    private final PersonCacheTable personMirrors;
    private final PersonErasure erasing;

    StoredPersonData(LeelooCache mirror, PersonCacheTable personMirrors, PersonErasure erasing) {
        this.mirror = mirror;
        this.personMirrors = personMirrors;
        this.erasing = erasing;
    }

    void erase(String personId) {
        var person = ask(personId);
        var ties = person.map(StoredPersonData::ties).orElse(new PersonLinks(personId, Set.of(), Set.of()));
        var card = person.map(ContactDetails::of).orElse(ContactDetails.EMPTY).and(personMirrors.cardOf(personId));
        erasing.erase(ties, card.phones(), card.emails());
    }

    /** Where Leeloo cannot tell, what copies and the ledger know has to do. */
    private Optional<Person> ask(String personId) {
        try {
            return Optional.of(mirror.readFromLeeloo(new FindPerson(personId)));
        } catch (ProblemException e) {
            log.info(
                    "person {} is erased without Leeloo's word on it: {}",
                    personId,
                    e.type().slug());
            return Optional.empty();
        }
    }

    private static PersonLinks ties(Person person) {
        var channels = person.channels().stream().map(PersonChannel::id).collect(Collectors.toSet());
        return new PersonLinks(person.id(), channels, Set.copyOf(person.orderIds()));
    }
}
