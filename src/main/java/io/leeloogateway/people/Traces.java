package io.leeloogateway.people;

import io.leeloogateway.mirror.Erasure;
import io.leeloogateway.operations.Answers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the gateway itself keeps of a person. */
@Service("tracesOfPeople")
class Traces {

    private final PersonMirrors personMirrors;
    private final Erasure erasure;
    private final Answers answers;
    private final io.leeloogateway.audit.Traces diary;

    Traces(PersonMirrors personMirrors, Erasure erasure, Answers answers, io.leeloogateway.audit.Traces diary) {
        this.personMirrors = personMirrors;
        this.erasure = erasure;
        this.answers = answers;
        this.diary = diary;
    }

    @Transactional
    void erase(String personId) {
        var card = personMirrors.cardOf(personId);
        diary.erase(personId, card.phones(), card.emails());
        answers.forget(personId);
        erasure.erase(personId, card.channelIds());
    }
}
