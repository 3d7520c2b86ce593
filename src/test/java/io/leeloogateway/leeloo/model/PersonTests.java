package io.leeloogateway.leeloo.model;

import static io.leeloogateway.leeloo.model.PeopleFixtures.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTests {

    @Test
    void statedFieldsOfARowReplaceOlderOnes() {
        var person = FULL.with(row(PersonRow.ALL_FIELDS));

        assertThat(person.email()).isNull();
        assertThat(person.phone()).isNull();
        assertThat(person.tags()).isEmpty();
        assertThat(person.channels()).isEmpty();
        assertThat(person.name()).isEqualTo(FULL.name());
        assertThat(person.customFields()).isEqualTo(FULL.customFields());
    }

    @Test
    void fieldsThatARowDoesNotStateStay() {
        assertThat(FULL.with(row(Set.of()))).isEqualTo(FULL);
    }

    @Test
    void rowOfAPersonStatesAllFields() {
        assertThat(FULL.toRow().missing()).isEmpty();
        assertThat(FULL.toRow().withoutDetails().missing()).containsExactly("email", "phone", "tags");
        assertThat(row(Set.of()).withoutDetails().missing()).containsExactly("email", "phone", "tags", "channels");
    }

    private static PersonRow row(Set<PersonRow.Field> stated) {
        return new PersonRow(FULL.id(), null, null, null, List.of(), List.of(), null, null, stated);
    }
}
