package io.leeloogateway.leeloo;

import java.util.List;

/** A tag given or taken shows among the person's tags, which are names. */
record TagProof(String personId, String tagId, Wanted wanted) implements Proof<Accepted> {

    /** What the change makes of the tag. */
    enum Wanted {
        PRESENT,
        ABSENT
    }

    @Override
    public Finding<Accepted> look(Witness witness, Sent sent) {
        var tags = witness.ask(new ListTags());
        var names = tags.stream()
                .filter(tag -> tag.id().equals(tagId))
                .map(Tag::name)
                .distinct()
                .toList();
        if (names.size() != 1) {
            return new Finding.Open<>("tag " + tagId + " is not among Leeloo's tags");
        }
        var name = names.getFirst();
        var isPresent = witness.ask(new FindPerson(personId)).tags().contains(name);
        if (isPresent && isShared(name, tags)) {
            return new Finding.Open<>(
                    "the person has a tag of the same name as tag " + tagId + ", and there are several");
        }
        var evidence = "tag " + tagId + (isPresent ? " is" : " is not") + " among the person's tags";
        return isPresent == (wanted == Wanted.PRESENT)
                ? new Finding.Applied<>(new Accepted(), null, evidence)
                : new Finding.NotApplied<>(evidence);
    }

    private boolean isShared(String name, List<Tag> tags) {
        return tags.stream()
                .anyMatch(tag -> tag.name().equals(name) && !tag.id().equals(tagId));
    }
}
