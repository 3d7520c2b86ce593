package io.leeloogateway.leeloo;

import io.leeloogateway.request.Paging;
import java.util.List;
import java.util.Optional;

/** A new person is the only one of that name and those contacts since the send whom nobody else has made. */
record NewPersonProof(CreatePerson change) implements Proof<CreatedPerson> {

    static boolean isFindable(CreatePerson change) {
        return change.phone() != null || change.email() != null;
    }

    @Override
    public Finding<CreatedPerson> look(Witness witness, Sent sent) {
        var people = FirstPeople.of(witness, this::alike);
        if (!people.isWhole()) {
            return new Finding.Open<>("more people are listed than are looked at");
        }
        var matches = people.rows().stream()
                .filter(row -> isAlike(row) && sent.mayHaveMade(row.createdAt()))
                .toList();
        var unclaimed =
                matches.stream().filter(row -> !sent.isClaimed(row.id())).toList();
        if (unclaimed.size() != 1 || matches.size() <= sent.equalClaims()) {
            return new Finding.Open<>("people that match since %s: %d, that nobody known has made: %d"
                    .formatted(sent.at(), matches.size(), unclaimed.size()));
        }
        return judged(unclaimed.getFirst());
    }

    private static Finding<CreatedPerson> judged(PersonRow row) {
        var channel = manualChannel(row.channels());
        if (channel.isEmpty() || row.createdAt() == null) {
            return new Finding.Open<>("person " + row.id() + " matches, but shows no manual channel or no date");
        }
        var person = new CreatedPerson(row.id(), channel.get(), row.name(), row.email(), row.phone(), row.createdAt());
        return new Finding.Applied<>(
                person, row.id(), "person %s of %s matches, and no other".formatted(row.id(), row.createdAt()));
    }

    /** Operation 16 makes a manual channel; a person may have got others since. */
    private static Optional<String> manualChannel(List<PersonChannel> channels) {
        var manual = channels.stream()
                .filter(channel -> "MANUAL".equalsIgnoreCase(channel.platform()))
                .map(PersonChannel::id)
                .distinct()
                .toList();
        return manual.size() == 1 ? Optional.of(manual.getFirst()) : Optional.empty();
    }

    private ListPeople alike(Paging paging) {
        return new ListPeople(
                List.of(), change.phone(), change.phone() == null ? change.email() : null, null, null, paging);
    }

    private boolean isAlike(PersonRow row) {
        return (change.phone() == null || Contacts.isSamePhone(change.phone(), row.phone()))
                && (change.email() == null || Contacts.isSameEmail(change.email(), row.email()))
                && row.name() != null
                && row.name().strip().equalsIgnoreCase(change.name().strip());
    }
}
