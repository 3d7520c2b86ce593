package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.CustomField;
import io.leeloogateway.leeloo.model.Order;
import io.leeloogateway.leeloo.model.OrderFixtures;
import io.leeloogateway.leeloo.model.PeopleFixtures;
import io.leeloogateway.leeloo.model.Person;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonAndOrderOutcomeCheckTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "+12025550143,-,",
                "+12025550144,-,phone",
                "-,anna@example.org,",
                "-,Anna@Example.ORG,",
                "-,other@example.org,e-mail",
                "+12025550143,anna@example.org,",
                "+12025550144,other@example.org,phone and e-mail"
            })
    void changedPersonHasEveryRequestedContact(
            @Nullable String phone, @Nullable String email, @Nullable String missing) {
        var change = new ChangePerson(SampleIds.ANNA, phone, email, null);

        var result = person(PeopleFixtures.FULL).on(change);

        assertThat(result).isEqualTo(expected(missing));
    }

    @ParameterizedTest
    @CsvSource({"+12025550144,anna@example.org,phone", "+12025550143,other@example.org,e-mail"})
    void oneOfTwoRequestedContactsIsInconclusive(String phone, String email, String missing) {
        var change = new ChangePerson(SampleIds.ANNA, phone, email, null);

        var result = person(PeopleFixtures.FULL).on(change);

        assertThat(result)
                .isEqualTo(new CheckResult.Inconclusive<>("person " + SampleIds.ANNA + " does not have the requested "
                        + missing + ", but has other requested values"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,Second phone,+12025550144,true",
        "PHONE,Second phone,+12025550143,false",
        "STRING,Second phone,+12025550144,false",
        "PHONE,Third phone,+12025550144,false",
        "STRING,City,Kyiv,false",
        "STRING,City,'',true",
        "STRING,Street,'',true",
        "STRING,Street,NOT_DEFINED,true",
        "PHONE,Second phone,'',false"
    })
    void customFieldIsFoundByTypeAndName(String type, String name, String value, boolean isPresent) {
        var fields = List.of(new CustomField(type, name, value));

        var result = person(PeopleFixtures.FULL).on(new ChangePerson(SampleIds.ANNA, null, null, fields));

        assertThat(result).isEqualTo(expected(isPresent ? null : "custom fields"));
    }

    @Test
    void oneOfTwoCustomFieldsIsInconclusive() {
        var fields = List.of(
                new CustomField("PHONE", "Second phone", SampleIds.OTHER_PHONE),
                new CustomField("STRING", "City", "Kyiv"));

        var result = person(PeopleFixtures.FULL).on(new ChangePerson(SampleIds.ANNA, null, null, fields));

        assertThat(result).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void personWithoutContactsWasNotChanged() {
        var result =
                person(PeopleFixtures.BARE).on(new ChangePerson(SampleIds.ANNA, SampleIds.PHONE, SampleIds.MAIL, null));

        assertThat(result).isEqualTo(expected("phone and e-mail"));
    }

    @ParameterizedTest
    @CsvSource({"'',", ",''", "' ',"})
    void clearedContactIsAppliedIfThePersonHasNone(@Nullable String phone, @Nullable String email) {
        var change = new ChangePerson(SampleIds.ANNA, phone, email, null);

        assertThat(person(PeopleFixtures.BARE).on(change)).isInstanceOf(CheckResult.Applied.class);
        assertThat(person(PeopleFixtures.FULL).on(change)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void changeWithoutValuesIsInconclusive() {
        var reader = person(PeopleFixtures.FULL);

        assertThat(reader.on(new ChangePerson(SampleIds.ANNA, null, null, List.of())))
                .isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(reader.queries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12025550143", "12025550143", "+1 (202) 555-0143"})
    void phonesAreComparedByDigits(String actual) {
        assertThat(ContactMatcher.isSamePhone(SampleIds.PHONE, actual)).isTrue();
        assertThat(ContactMatcher.isSamePhone(SampleIds.OTHER_PHONE, actual)).isFalse();
    }

    @Test
    void orderWithTheRequestedStatusWasChanged() {
        var result = order(OrderFixtures.DETAIL).on(close("RESOLVED"));

        assertThat(result)
                .isEqualTo(new CheckResult.Applied<>(
                        new Accepted(), SampleIds.ORDER, "order " + SampleIds.ORDER + " has the requested status"));
    }

    @Test
    void orderWithAnotherStatusWasNotChanged() {
        var result = order(order("OPENED", SampleIds.LONG_AGO)).on(close("REJECTED"));

        assertThat(result)
                .isEqualTo(new CheckResult.NotApplied<>(
                        "order " + SampleIds.ORDER + " does not have the requested status"));
    }

    /** A payment or a manager may have changed the status after the send. */
    @Test
    void orderWithAnotherStatusUpdatedSinceTheSendIsInconclusive() {
        var result = order(OrderFixtures.DETAIL).on(close("REJECTED"));

        assertThat(result)
                .isEqualTo(new CheckResult.Inconclusive<>("order " + SampleIds.ORDER
                        + " does not have the requested status, but the order was updated at 2026-01-14T09:00:00Z,"
                        + " which may be after the send"));
    }

    @Test
    void orderWithAnotherStatusWithoutATimeOfUpdateIsInconclusive() {
        var result = order(order("OPENED", null)).on(close("REJECTED"));

        assertThat(result)
                .isEqualTo(new CheckResult.Inconclusive<>("order " + SampleIds.ORDER
                        + " does not have the requested status, but Leeloo does not say when the order was updated"));
    }

    @Test
    void orderWithoutAStatusIsInconclusive() {
        var withoutStatus =
                new Order(SampleIds.ORDER, null, null, null, null, null, null, null, SampleIds.THEN, SampleIds.THEN);

        assertThat(order(withoutStatus).on(close("RESOLVED"))).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void orderNotUpdatedSinceTheSendIsInconclusive() {
        var notUpdated = order("RESOLVED", SampleIds.LONG_AGO);

        assertThat(order(notUpdated).on(close("RESOLVED"))).isInstanceOf(CheckResult.Inconclusive.class);
    }

    /** Older examples of Leeloo's documentation have SUCCESS and PENDING. */
    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "PENDING", "ON_THE_MOON"})
    void unknownStatusIsInconclusive(String status) {
        assertThat(order(order(status, SampleIds.THEN)).on(close("RESOLVED")))
                .isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void orderOfAnotherPriceIsInconclusive() {
        var change = new ChangeOrder(SampleIds.ORDER, "RESOLVED", null, "USD", new BigDecimal("1990.50"), null);
        var otherPrice = new ChangeOrder(SampleIds.ORDER, "RESOLVED", null, null, new BigDecimal("1991"), null);
        var otherCurrency = new ChangeOrder(SampleIds.ORDER, "RESOLVED", null, "EUR", null, null);

        assertThat(order(OrderFixtures.DETAIL).on(change)).isInstanceOf(CheckResult.Applied.class);
        assertThat(order(OrderFixtures.DETAIL).on(otherPrice)).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(order(OrderFixtures.DETAIL).on(otherCurrency)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    private static Order order(String status, @Nullable Instant updatedAt) {
        return new Order(SampleIds.ORDER, null, null, null, null, null, status, null, SampleIds.LONG_AGO, updatedAt);
    }

    private static CheckResult<Accepted> expected(@Nullable String missing) {
        return missing == null
                ? new CheckResult.Applied<>(
                        new Accepted(), SampleIds.ANNA, "person " + SampleIds.ANNA + " has every requested value")
                : new CheckResult.NotApplied<>("person " + SampleIds.ANNA + " does not have the requested " + missing);
    }

    private static StubFreshReader person(Person person) {
        return new StubFreshReader().returns(new FindPerson(SampleIds.ANNA), person);
    }

    private static StubFreshReader order(Order order) {
        return new StubFreshReader().returns(new FindOrder(SampleIds.ORDER), order);
    }

    private static ChangeOrder close(String status) {
        return new ChangeOrder(SampleIds.ORDER, status, null, null, null, null);
    }
}
