package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.PeopleFixtures;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.ListTags;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TagOutcomeCheckTests {

    private static final AddTag ADD = new AddTag(SampleIds.ANNA, SampleIds.TAG);
    private static final RemoveTag REMOVE = new RemoveTag(SampleIds.ANNA, SampleIds.TAG);
    private static final Tag VIP = new Tag(SampleIds.TAG, "vip");
    private static final Tag OTHER_VIP = new Tag("64a000000000000000002302", "vip");

    @Test
    void presentTagWasAdded() {
        var result = reader(PeopleFixtures.FULL, VIP).on(ADD);

        assertThat(result)
                .isEqualTo(new CheckResult.Applied<>(
                        new Accepted(), null, "tag 64a000000000000000002301 is among the person's tags"));
    }

    @Test
    void absentTagWasNotAdded() {
        var result = reader(PeopleFixtures.BARE, VIP).on(ADD);

        assertThat(result)
                .isEqualTo(new CheckResult.NotApplied<>("tag 64a000000000000000002301 is not among the person's tags"));
    }

    @Test
    void absentTagWasRemoved() {
        var result = reader(PeopleFixtures.BARE, VIP).on(REMOVE);

        assertThat(result).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void presentTagWasNotRemoved() {
        var result = reader(PeopleFixtures.FULL, VIP).on(REMOVE);

        assertThat(result).isInstanceOf(CheckResult.NotApplied.class);
    }

    @Test
    void unknownTagIsInconclusive() {
        var reader = reader(PeopleFixtures.BARE, new Tag("64a000000000000000002309", "other"));

        assertThat(reader.on(ADD)).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(reader.on(REMOVE)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void unknownPersonIsInconclusive() {
        var reader = new StubFreshReader().returns(new ListTags(), List.of(VIP));

        assertThat(reader.on(REMOVE))
                .isEqualTo(new CheckResult.Inconclusive<>("person " + SampleIds.ANNA + " is unknown to Leeloo"));
    }

    @Test
    void presentNameOfTwoTagsIsInconclusive() {
        var reader = reader(PeopleFixtures.FULL, VIP, OTHER_VIP);

        assertThat(reader.on(ADD)).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(reader.on(REMOVE)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void absentNameOfTwoTagsIsConclusive() {
        var reader = reader(PeopleFixtures.BARE, VIP, OTHER_VIP);

        assertThat(reader.on(ADD)).isInstanceOf(CheckResult.NotApplied.class);
        assertThat(reader.on(REMOVE)).isInstanceOf(CheckResult.Applied.class);
    }

    @ParameterizedTest
    @EnumSource
    void evidenceHasNoTagName(TagOutcomeCheck.Expected expected) {
        var check = new TagOutcomeCheck(SampleIds.ANNA, SampleIds.TAG, expected);

        var result = check.evaluate(reader(PeopleFixtures.FULL, VIP, OTHER_VIP), StubFreshReader.noOtherOperations());

        assertThat(result.evidence()).doesNotContain("vip");
    }

    private static StubFreshReader reader(Person person, Tag... tags) {
        return new StubFreshReader()
                .returns(new ListTags(), List.of(tags))
                .returns(new FindPerson(SampleIds.ANNA), person);
    }
}
