package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListTags;
import java.util.List;

/** A tag given or taken shows among the person's tags, which are names. */
record TagOutcomeCheck(String personId, String tagId, Wanted wanted) implements OutcomeCheck<Accepted> {

    /** What the change makes of the tag. */
    enum Wanted {
        PRESENT,
        ABSENT
    }

    @Override
    public CheckResult<Accepted> look(FreshReader witness, SendFacts sent) {
        var tags = witness.ask(new ListTags());
        var names = tags.stream()
                .filter(tag -> tag.id().equals(tagId))
                .map(Tag::name)
                .distinct()
                .toList();
        if (names.size() != 1) {
            return new CheckResult.Open<>("tag " + tagId + " is not among Leeloo's tags");
        }
        var name = names.getFirst();
        var isPresent = witness.ask(new FindPerson(personId)).tags().contains(name);
        if (isPresent && isShared(name, tags)) {
            return new CheckResult.Open<>(
                    "the person has a tag of the same name as tag " + tagId + ", and there are several");
        }
        var evidence = "tag " + tagId + (isPresent ? " is" : " is not") + " among the person's tags";
        return isPresent == (wanted == Wanted.PRESENT)
                ? new CheckResult.Applied<>(new Accepted(), null, evidence)
                : new CheckResult.NotApplied<>(evidence);
    }

    private boolean isShared(String name, List<Tag> tags) {
        return tags.stream()
                .anyMatch(tag -> tag.name().equals(name) && !tag.id().equals(tagId));
    }
}
