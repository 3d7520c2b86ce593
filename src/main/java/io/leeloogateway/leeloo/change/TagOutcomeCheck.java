package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListTags;
import java.util.List;

/** Applied if the person has, or no longer has, the tag. Leeloo returns a person's tags as names. */
record TagOutcomeCheck(String personId, String tagId, Expected expected) implements OutcomeCheck<Accepted> {

    /** The state of the tag after the change. */
    enum Expected {
        PRESENT,
        ABSENT
    }

    @Override
    public CheckResult<Accepted> evaluate(FreshReader reader, SendFacts facts) {
        var tags = reader.read(new ListTags());
        var names = tags.stream()
                .filter(tag -> tag.id().equals(tagId))
                .map(Tag::name)
                .distinct()
                .toList();
        if (names.size() != 1) {
            return new CheckResult.Inconclusive<>("tag " + tagId + " is unknown to Leeloo or listed twice");
        }
        var name = names.getFirst();
        var isPresent = reader.read(new FindPerson(personId)).tags().contains(name);
        if (isPresent && isShared(name, tags)) {
            return new CheckResult.Inconclusive<>(
                    "the person has a tag with the name of tag " + tagId + ", which several tags share");
        }
        var evidence = "tag " + tagId + (isPresent ? " is" : " is not") + " among the person's tags";
        return isPresent == (expected == Expected.PRESENT)
                ? new CheckResult.Applied<>(new Accepted(), null, evidence)
                : new CheckResult.NotApplied<>(evidence);
    }

    private boolean isShared(String name, List<Tag> tags) {
        return tags.stream()
                .anyMatch(tag -> tag.name().equals(name) && !tag.id().equals(tagId));
    }
}
