package io.leeloogateway.people;

import io.leeloogateway.leeloo.FindPerson;
import io.leeloogateway.leeloo.Person;
import io.leeloogateway.leeloo.PersonChannel;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.mirror.Ties;
import io.leeloogateway.operations.Erasing;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.RequestContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What the gateway itself keeps of a person. */
@Service
class Traces {

    private static final Logger log = LoggerFactory.getLogger(Traces.class);

    private final Mirror mirror;
    private final PersonMirrors personMirrors;
    private final Erasing erasing;

    Traces(Mirror mirror, PersonMirrors personMirrors, Erasing erasing) {
        this.mirror = mirror;
        this.personMirrors = personMirrors;
        this.erasing = erasing;
    }

    void erase(String personId) {
        var person = ask(personId);
        var ties = person.map(Traces::ties).orElse(new Ties(personId, Set.of(), Set.of()));
        var card = person.map(Card::of).orElse(Card.EMPTY).and(personMirrors.cardOf(personId));
        erasing.erase(ties, card.phones(), card.emails());
    }

    /** Where Leeloo cannot tell, what copies and the ledger know has to do. */
    private Optional<Person> ask(String personId) {
        try {
            return Optional.of(mirror.readNow(new FindPerson(personId)));
        } catch (ProblemException e) {
            log.info(
                    "person {} is erased without Leeloo's word on it: {}",
                    personId,
                    e.type().slug());
            return Optional.empty();
        } finally {
            RequestContext.current().forgetReads();
        }
    }

    private static Ties ties(Person person) {
        var channels = person.channels().stream().map(PersonChannel::id).collect(Collectors.toSet());
        return new Ties(person.id(), channels, Set.copyOf(person.orderIds()));
    }
}
