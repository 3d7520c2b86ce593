package io.leeloogateway.leeloo.change;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks at Leeloo whether a change with an unknown outcome was applied. */
@FunctionalInterface
public interface OutcomeCheck<T> {

    /** The check of a change; empty if Leeloo's data never shows the change. */
    static <T> Optional<OutcomeCheck<T>> of(Change<T> change) {
        var check = checkOf(change);
        return check == null ? Optional.empty() : Optional.of(new NotFoundTolerantCheck<>(check));
    }

    CheckResult<T> evaluate(FreshReader reader, SendFacts facts);

    @SuppressWarnings("unchecked") // each case checks the T that its own record declares
    private static <T> @Nullable OutcomeCheck<T> checkOf(Change<T> change) {
        return (OutcomeCheck<T>)
                switch (change) {
                    case AddTag(var personId, var tagId) ->
                        new TagOutcomeCheck(personId, tagId, TagOutcomeCheck.Expected.PRESENT);
                    case RemoveTag(var personId, var tagId) ->
                        new TagOutcomeCheck(personId, tagId, TagOutcomeCheck.Expected.ABSENT);
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
                            RecordCall _,
                            VerbatimChange _ -> null;
                };
    }
}
