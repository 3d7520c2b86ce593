package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TagProofTests {

    private static final AddTag ADD = new AddTag(Known.ANNA, Known.TAG);
    private static final RemoveTag REMOVE = new RemoveTag(Known.ANNA, Known.TAG);
    private static final Tag VIP = new Tag(Known.TAG, "vip");
    private static final Tag OTHER_VIP = new Tag("64a000000000000000002302", "vip");

    @Test
    void aTagAmongThePersonsTagsWasAdded() {
        var finding = witness(PeopleFixtures.FULL, VIP).on(ADD);

        assertThat(finding)
                .isEqualTo(new Finding.Applied<>(
                        new Accepted(), null, "tag 64a000000000000000002301 is among the person's tags"));
    }

    @Test
    void aTagThatThePersonLacksWasNotAdded() {
        var finding = witness(PeopleFixtures.BARE, VIP).on(ADD);

        assertThat(finding)
                .isEqualTo(new Finding.NotApplied<>("tag 64a000000000000000002301 is not among the person's tags"));
    }

    @Test
    void aTagThatThePersonLacksWasRemoved() {
        var finding = witness(PeopleFixtures.BARE, VIP).on(REMOVE);

        assertThat(finding).isInstanceOf(Finding.Applied.class);
    }

    @Test
    void aTagAmongThePersonsTagsWasNotRemoved() {
        var finding = witness(PeopleFixtures.FULL, VIP).on(REMOVE);

        assertThat(finding).isInstanceOf(Finding.NotApplied.class);
    }

    @Test
    void aTagThatIsUnknownProvesNothing() {
        var witness = witness(PeopleFixtures.BARE, new Tag("64a000000000000000002309", "other"));

        assertThat(witness.on(ADD)).isInstanceOf(Finding.Open.class);
        assertThat(witness.on(REMOVE)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void aPersonThatIsUnknownProvesNothing() {
        var witness = new Testimony().says(new ListTags(), List.of(VIP));

        assertThat(witness.on(REMOVE)).isEqualTo(new Finding.Open<>("person " + Known.ANNA + " is unknown to Leeloo"));
    }

    @Test
    void aNameThatTwoTagsShareProvesNothingWhereItIsPresent() {
        var witness = witness(PeopleFixtures.FULL, VIP, OTHER_VIP);

        assertThat(witness.on(ADD)).isInstanceOf(Finding.Open.class);
        assertThat(witness.on(REMOVE)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void aNameThatTwoTagsShareProvesSomethingWhereItIsAbsent() {
        var witness = witness(PeopleFixtures.BARE, VIP, OTHER_VIP);

        assertThat(witness.on(ADD)).isInstanceOf(Finding.NotApplied.class);
        assertThat(witness.on(REMOVE)).isInstanceOf(Finding.Applied.class);
    }

    @ParameterizedTest
    @EnumSource
    void theNameIsNotPartOfTheEvidence(TagProof.Wanted wanted) {
        var proof = new TagProof(Known.ANNA, Known.TAG, wanted);

        var finding = proof.look(witness(PeopleFixtures.FULL, VIP, OTHER_VIP), Testimony.alone());

        assertThat(finding.evidence()).doesNotContain("vip");
    }

    private static Testimony witness(Person person, Tag... tags) {
        return new Testimony().says(new ListTags(), List.of(tags)).says(new FindPerson(Known.ANNA), person);
    }
}
