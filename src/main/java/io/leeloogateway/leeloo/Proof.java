package io.leeloogateway.leeloo;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at Leeloo for the trace of a change. */
@FunctionalInterface
public interface Proof<T> {

    /** What settles the change; empty where Leeloo shows no trace of it. */
    static <T> Optional<Proof<T>> of(Change<T> change) {
        var proof = leftBy(change);
        return proof == null ? Optional.empty() : Optional.of(new UnlessUnknown<>(proof));
    }

    Finding<T> look(Witness witness, Sent sent);

    @SuppressWarnings("unchecked") // each case proves the T that its own record declares
    private static <T> @Nullable Proof<T> leftBy(Change<T> change) {
        return (Proof<T>)
                switch (change) {
                    case AddTag(var personId, var tagId) -> new TagProof(personId, tagId, TagProof.Wanted.PRESENT);
                    case RemoveTag(var personId, var tagId) -> new TagProof(personId, tagId, TagProof.Wanted.ABSENT);
                    case ChangePerson person -> new PersonProof(person);
                    case ChangeOrder order -> new OrderProof(order);
                    case CreatePerson create -> NewPersonProof.isFindable(create) ? new NewPersonProof(create) : null;
                    case CreateOrder create -> new NewOrderProof(create.personId());
                    case SendMessage(var channelId, var text) -> new MessageProof(channelId, text);
                    case SendTemplate _,
                            Subscribe _,
                            CreateTrafficSource _,
                            ImportPeople _,
                            AddComment _,
                            RecordCall _ -> null;
                };
    }
}
