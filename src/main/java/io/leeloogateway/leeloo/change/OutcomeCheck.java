package io.leeloogateway.leeloo.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at Leeloo for the trace of a change. */
@FunctionalInterface
public interface OutcomeCheck<T> {

    /** What settles the change; empty where Leeloo shows no trace of it. */
    static <T> Optional<OutcomeCheck<T>> of(Change<T> change) {
        var proof = leftBy(change);
        return proof == null ? Optional.empty() : Optional.of(new NotFoundTolerantCheck<>(proof));
    }

    CheckResult<T> look(FreshReader witness, SendFacts sent);

    @SuppressWarnings("unchecked") // each case proves the T that its own record declares
    private static <T> @Nullable OutcomeCheck<T> leftBy(Change<T> change) {
        return (OutcomeCheck<T>)
                switch (change) {
                    case AddTag(var personId, var tagId) ->
                        new TagOutcomeCheck(personId, tagId, TagOutcomeCheck.Wanted.PRESENT);
                    case RemoveTag(var personId, var tagId) ->
                        new TagOutcomeCheck(personId, tagId, TagOutcomeCheck.Wanted.ABSENT);
                    case ChangePerson person -> new PersonOutcomeCheck(person);
                    case ChangeOrder order -> new OrderOutcomeCheck(order);
                    case CreatePerson create ->
                        NewPersonOutcomeCheck.isFindable(create) ? new NewPersonOutcomeCheck(create) : null;
                    case CreateOrder create -> new NewOrderOutcomeCheck(create.personId());
                    case SendMessage(var channelId, var text) -> new MessageOutcomeCheck(channelId, text);
                    case SendTemplate _,
                            Subscribe _,
                            CreateTrafficSource _,
                            ImportPeople _,
                            AddComment _,
                            RecordCall _ -> null;
                };
    }
}
