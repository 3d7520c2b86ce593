package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardAndOrderProofTests {

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
                "+12025550144,anna@example.org,phone",
                "+12025550143,other@example.org,e-mail",
                "+12025550144,other@example.org,phone and e-mail"
            })
    void aCardHasEveryContactGivenOrWasNotChanged(
            @Nullable String phone, @Nullable String email, @Nullable String missing) {
        var change = new ChangePerson(Known.ANNA, phone, email, null);

        var finding = card(PeopleFixtures.FULL).on(change);

        assertThat(finding).isEqualTo(expected(missing));
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
        "PHONE,Second phone,'',false"
    })
    void aCustomFieldIsFoundByTypeAndName(String type, String name, String value, boolean isThere) {
        var fields = List.of(new CustomField(type, name, value));

        var finding = card(PeopleFixtures.FULL).on(new ChangePerson(Known.ANNA, null, null, fields));

        assertThat(finding).isEqualTo(expected(isThere ? null : "custom fields"));
    }

    @Test
    void oneMissingCustomFieldIsEnough() {
        var fields = List.of(
                new CustomField("PHONE", "Second phone", Known.OTHER_PHONE), new CustomField("STRING", "City", "Kyiv"));

        var finding = card(PeopleFixtures.FULL).on(new ChangePerson(Known.ANNA, Known.PHONE, null, fields));

        assertThat(finding).isInstanceOf(Finding.NotApplied.class);
    }

    @Test
    void aCardWithoutContactsWasNotChanged() {
        var finding = card(PeopleFixtures.BARE).on(new ChangePerson(Known.ANNA, Known.PHONE, Known.MAIL, null));

        assertThat(finding).isEqualTo(expected("phone and e-mail"));
    }

    @Test
    void aChangeOfNothingLeavesNoTrace() {
        var witness = card(PeopleFixtures.FULL);

        assertThat(witness.on(new ChangePerson(Known.ANNA, null, null, List.of())))
                .isInstanceOf(Finding.Open.class);
        assertThat(witness.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12025550143", "12025550143", "+1 (202) 555-0143"})
    void aPhoneIsItsDigits(String found) {
        assertThat(Contacts.isSamePhone(Known.PHONE, found)).isTrue();
        assertThat(Contacts.isSamePhone(Known.OTHER_PHONE, found)).isFalse();
    }

    @Test
    void anOrderWithTheStatusWantedWasChanged() {
        var finding = order(OrderFixtures.DETAIL).on(close("RESOLVED"));

        assertThat(finding)
                .isEqualTo(new Finding.Applied<>(
                        new Accepted(), Known.ORDER, "order " + Known.ORDER + " has the status wanted"));
    }

    @Test
    void anOrderWithAnotherStatusWasNotChanged() {
        var finding = order(OrderFixtures.DETAIL).on(close("REJECTED"));

        assertThat(finding)
                .isEqualTo(new Finding.NotApplied<>("order " + Known.ORDER + " does not have the status wanted"));
    }

    @Test
    void anOrderWithoutAStatusProvesNothing() {
        var mute = new Order(Known.ORDER, null, null, null, null, null, null, null, Known.THEN, Known.THEN);

        assertThat(order(mute).on(close("RESOLVED"))).isInstanceOf(Finding.Open.class);
    }

    @Test
    void anOrderThatHadTheStatusBeforeProvesNothing() {
        var untouched = order("RESOLVED", Known.LONG_AGO);

        assertThat(order(untouched).on(close("RESOLVED"))).isInstanceOf(Finding.Open.class);
    }

    /** Older samples of Leeloo's say SUCCESS and the like. */
    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS", "PENDING", "ON_THE_MOON"})
    void aStatusOfAnotherVocabularyProvesNothing(String status) {
        assertThat(order(order(status, Known.THEN)).on(close("RESOLVED"))).isInstanceOf(Finding.Open.class);
    }

    @Test
    void anOrderOfAnotherPriceProvesNothing() {
        var change = new ChangeOrder(Known.ORDER, "RESOLVED", null, "USD", new BigDecimal("1990.50"), null);
        var dearer = new ChangeOrder(Known.ORDER, "RESOLVED", null, null, new BigDecimal("1991"), null);
        var elsewhere = new ChangeOrder(Known.ORDER, "RESOLVED", null, "EUR", null, null);

        assertThat(order(OrderFixtures.DETAIL).on(change)).isInstanceOf(Finding.Applied.class);
        assertThat(order(OrderFixtures.DETAIL).on(dearer)).isInstanceOf(Finding.Open.class);
        assertThat(order(OrderFixtures.DETAIL).on(elsewhere)).isInstanceOf(Finding.Open.class);
    }

    private static Order order(String status, Instant updatedAt) {
        return new Order(Known.ORDER, null, null, null, null, null, status, null, Known.LONG_AGO, updatedAt);
    }

    private static Finding<Accepted> expected(@Nullable String missing) {
        return missing == null
                ? new Finding.Applied<>(new Accepted(), Known.ANNA, "person " + Known.ANNA + " has every value wanted")
                : new Finding.NotApplied<>("person " + Known.ANNA + " does not have the " + missing + " wanted");
    }

    private static Testimony card(Person person) {
        return new Testimony().says(new FindPerson(Known.ANNA), person);
    }

    private static Testimony order(Order order) {
        return new Testimony().says(new FindOrder(Known.ORDER), order);
    }

    private static ChangeOrder close(String status) {
        return new ChangeOrder(Known.ORDER, status, null, null, null, null);
    }
}
