package io.leeloogateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.PhoneNumbers;
import io.leeloogateway.leeloo.PhoneProperties;
import io.leeloogateway.leeloo.model.PersonRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleFilterTests {

    private static final PhoneNumbers PHONES = new PhoneNumbers(new PhoneProperties(null));
    private static final PersonRow ANNA = new PersonRow(
            "64a0",
            "Anna",
            "Anna@example.org",
            "+1 202 555-0101",
            List.of(),
            List.of(),
            null,
            null,
            PersonRow.ALL_FIELDS);
    private static final PersonRow WITHOUT_ANYTHING =
            new PersonRow("64a1", null, null, null, List.of(), List.of(), null, null, PersonRow.ALL_FIELDS);

    @ParameterizedTest
    @CsvSource({
        ", , true",
        "+12025550101, , true",
        "' 12025550101', , true",
        "+2025550101, , false",
        ", anna@example.org, true",
        ", anna@example.com, false",
        "+12025550101, anna@example.com, false"
    })
    void filterMatchesPhoneAndEmail(@Nullable String phone, @Nullable String email, boolean expected) {
        var filter = new PeopleFilter(null, phone, email, null, null);

        assertThat(filter.matches(ANNA, PHONES)).isEqualTo(expected);
        assertThat(filter.matches(WITHOUT_ANYTHING, PHONES)).isEqualTo(phone == null && email == null);
    }
}
