package io.leeloogateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonViewTests {

    @Test
    void missingPartsAreListedAsIncomplete() {
        var view = PersonView.of(PERSON, EnumSet.allOf(PersonPart.class), TagIds.UNAVAILABLE, null);

        assertThat(view.incomplete()).containsExactly("tags", "orders", "operators");
        assertThat(view.orderIds()).containsExactly("o1");
        assertThat(view.orders()).isEmpty();
    }

    @Test
    void partsThatAreNotExpandedAreNotIncomplete() {
        var view = PersonView.of(PERSON, Set.of(), TagIds.NOT_NEEDED, null);

        assertThat(view.incomplete()).isNull();
        assertThat(view.orders()).isNull();
    }

    private static final Person PERSON = new Person(
            "p1",
            "Anna",
            null,
            null,
            null,
            null,
            null,
            List.of("vip"),
            List.of(),
            List.of(),
            List.of(),
            List.of("o1"),
            List.of("u1"),
            List.of(),
            List.of(),
            null,
            null);
}
