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
    void aTagAmongThePersonsTagsWasAdded() {
        var finding = witness(PeopleFixtures.FULL, VIP).on(ADD);

        assertThat(finding)
                .isEqualTo(new CheckResult.Applied<>(
                        new Accepted(), null, "tag 64a000000000000000002301 is among the person's tags"));
    }

    @Test
    void aTagThatThePersonLacksWasNotAdded() {
        var finding = witness(PeopleFixtures.BARE, VIP).on(ADD);

        assertThat(finding)
                .isEqualTo(new CheckResult.NotApplied<>("tag 64a000000000000000002301 is not among the person's tags"));
    }

    @Test
    void aTagThatThePersonLacksWasRemoved() {
        var finding = witness(PeopleFixtures.BARE, VIP).on(REMOVE);

        assertThat(finding).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void aTagAmongThePersonsTagsWasNotRemoved() {
        var finding = witness(PeopleFixtures.FULL, VIP).on(REMOVE);

        assertThat(finding).isInstanceOf(CheckResult.NotApplied.class);
    }

    @Test
    void aTagThatIsUnknownProvesNothing() {
        var witness = witness(PeopleFixtures.BARE, new Tag("64a000000000000000002309", "other"));

        assertThat(witness.on(ADD)).isInstanceOf(CheckResult.Open.class);
        assertThat(witness.on(REMOVE)).isInstanceOf(CheckResult.Open.class);
    }

    @Test
    void aPersonThatIsUnknownProvesNothing() {
        var witness = new StubFreshReader().says(new ListTags(), List.of(VIP));

        assertThat(witness.on(REMOVE))
                .isEqualTo(new CheckResult.Open<>("person " + SampleIds.ANNA + " is unknown to Leeloo"));
    }

    @Test
    void aNameThatTwoTagsShareProvesNothingWhereItIsPresent() {
        var witness = witness(PeopleFixtures.FULL, VIP, OTHER_VIP);

        assertThat(witness.on(ADD)).isInstanceOf(CheckResult.Open.class);
        assertThat(witness.on(REMOVE)).isInstanceOf(CheckResult.Open.class);
    }

    @Test
    void aNameThatTwoTagsShareProvesSomethingWhereItIsAbsent() {
        var witness = witness(PeopleFixtures.BARE, VIP, OTHER_VIP);

        assertThat(witness.on(ADD)).isInstanceOf(CheckResult.NotApplied.class);
        assertThat(witness.on(REMOVE)).isInstanceOf(CheckResult.Applied.class);
    }

    @ParameterizedTest
    @EnumSource
    void theNameIsNotPartOfTheEvidence(TagOutcomeCheck.Wanted wanted) {
        var proof = new TagOutcomeCheck(SampleIds.ANNA, SampleIds.TAG, wanted);

        var finding = proof.look(witness(PeopleFixtures.FULL, VIP, OTHER_VIP), StubFreshReader.alone());

        assertThat(finding.evidence()).doesNotContain("vip");
    }

    private static StubFreshReader witness(Person person, Tag... tags) {
        return new StubFreshReader().says(new ListTags(), List.of(tags)).says(new FindPerson(SampleIds.ANNA), person);
    }
}
