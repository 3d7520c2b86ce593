package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPersonProofTests {

    private static final CreatePerson ANNA =
            new CreatePerson("Anna Sample", Known.MAIL, Known.PHONE, null, List.of(Known.OLGA));
    private static final String OTHER = "64a000000000000000001809";
    private static final PersonChannel MANUAL = new PersonChannel(Known.CHANNEL, null, null, "MANUAL");
    private static final PersonChannel TELEGRAM =
            new PersonChannel("64a000000000000000000602", Known.CONNECTION, null, "TELEGRAM");

    @Test
    void theOnlyMatchIsTheNewPerson() {
        var finding = people(row(Known.ANNA)).on(ANNA);

        assertThat(finding)
                .isEqualTo(new Finding.Applied<>(
                        new CreatedPerson(
                                Known.ANNA, Known.CHANNEL, "Anna Sample", Known.MAIL, Known.PHONE, Known.THEN),
                        Known.ANNA,
                        "person 64a000000000000000001801 of 2026-01-13T08:20:37.508Z matches, and no other"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "' anna SAMPLE ',anna@example.org,+12025550143,2026-01-13T08:20:37.508Z,true",
                "Anna Sample,ANNA@example.org,12025550143,2026-01-13T09:00:00Z,true",
                "Anna Simple,anna@example.org,+12025550143,2026-01-13T08:20:37.508Z,false",
                "-,anna@example.org,+12025550143,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,other@example.org,+12025550143,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,-,+12025550143,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,anna@example.org,+12025550144,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,anna@example.org,-,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,anna@example.org,+12025550143,2026-01-13T08:20:37.507Z,false",
                "Anna Sample,anna@example.org,+12025550143,-,false"
            })
    void aMatchHasOurNameAndContactsAndIsNotOlder(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Instant createdAt,
            boolean matches) {
        var row = new PersonRow(Known.ANNA, name, email, phone, List.of(), List.of(MANUAL), null, createdAt);

        var finding = people(row).on(ANNA);

        assertThat(finding).isInstanceOf(matches ? Finding.Applied.class : Finding.Open.class);
        assertThat(finding.evidence()).doesNotContainIgnoringCase("anna", Known.PHONE, "sample");
    }

    @Test
    void aContactThatWasNotGivenMayBeAny() {
        var byPhone = new CreatePerson("Anna Sample", null, Known.PHONE, null, List.of());
        var byEmail = new CreatePerson("Anna Sample", Known.MAIL, null, null, List.of());
        var witness = people(row(Known.ANNA)).says(byEmail(), page(1, row(Known.ANNA)));

        assertThat(witness.on(byPhone)).isInstanceOf(Finding.Applied.class);
        assertThat(witness.on(byEmail)).isInstanceOf(Finding.Applied.class);
    }

    @Test
    void silenceProvesNothing() {
        assertThat(people().on(ANNA)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void severalMatchesProveNothing() {
        assertThat(people(row(Known.ANNA), row(OTHER)).on(ANNA)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void oneMatchListedTwiceIsOne() {
        assertThat(people(row(Known.ANNA), row(Known.ANNA)).on(ANNA)).isInstanceOf(Finding.Applied.class);
    }

    @Test
    void whatOthersMadeIsNotOurs() {
        var sent = new Sent(Known.THEN, Set.of(OTHER), 1, 0);

        assertThat(people(row(OTHER)).on(ANNA, sent)).isInstanceOf(Finding.Open.class);
        assertThat(people(row(OTHER), row(Known.ANNA)).on(ANNA, sent))
                .extracting("id")
                .isEqualTo(Known.ANNA);
    }

    @Test
    void whatOthersUnderWayMayHaveMadeProvesNothing() {
        var sent = new Sent(Known.THEN, Set.of(), 1, 1);

        assertThat(people(row(Known.ANNA)).on(ANNA, sent)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void theManualChannelIsTheOneThatCameAlong() {
        var finding = people(row(Known.ANNA, TELEGRAM, MANUAL)).on(ANNA);

        assertThat(finding).extracting("answer.channelId").isEqualTo(Known.CHANNEL);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "TELEGRAM")
    void aPersonWithoutAManualChannelProvesNothing(@Nullable String platform) {
        var channel = new PersonChannel(Known.CHANNEL, null, null, platform);

        assertThat(people(row(Known.ANNA, channel)).on(ANNA)).isInstanceOf(Finding.Open.class);
    }

    @Test
    void aClampedListIsWalked() {
        var witness = new Testimony()
                .says(byPhone(100, 0), page(2, row("64a000000000000000001802", TELEGRAM)))
                .says(byPhone(99, 1), page(2, row(OTHER)));

        assertThat(witness.on(ANNA)).isInstanceOf(Finding.Open.class);
        assertThat(witness.asked()).hasSize(2);
    }

    @Test
    void aTotalThatLiesDoesNotLeadAstray() {
        var witness = new Testimony()
                .says(byPhone(100, 0), page(5607, row(Known.ANNA)))
                .says(byPhone(99, 1), page(5607, row(Known.ANNA)));

        assertThat(witness.on(ANNA)).isInstanceOf(Finding.Applied.class);
        assertThat(witness.asked()).hasSize(2);
    }

    @Test
    void aListTooLongToBeSeenProvesNothing() {
        var others = IntStream.range(0, 99)
                .mapToObj("64a0000000000000000999%02d"::formatted)
                .map(id -> new PersonRow(id, "Other", null, Known.PHONE, List.of(), List.of(), null, null));
        var rows = Stream.concat(Stream.of(row(Known.ANNA)), others).toArray(PersonRow[]::new);

        assertThat(new Testimony().says(byPhone(100, 0), page(101, rows)).on(ANNA))
                .isInstanceOf(Finding.Open.class);
        assertThat(new Testimony().says(byPhone(100, 0), page(100, rows)).on(ANNA))
                .isInstanceOf(Finding.Applied.class);
    }

    private static Testimony people(PersonRow... rows) {
        return new Testimony().says(byPhone(100, 0), page(rows.length, rows));
    }

    private static PersonRow row(String id, PersonChannel... channels) {
        return new PersonRow(
                id,
                "Anna Sample",
                Known.MAIL,
                Known.PHONE,
                List.of(),
                channels.length == 0 ? List.of(MANUAL) : Arrays.asList(channels),
                null,
                Known.THEN);
    }

    private static ListPeople byPhone(int limit, int offset) {
        return new ListPeople(List.of(), Known.PHONE, null, null, null, new Paging(limit, offset));
    }

    private static ListPeople byEmail() {
        return new ListPeople(List.of(), null, Known.MAIL, null, null, new Paging(100, 0));
    }

    private static Page<PersonRow> page(int total, PersonRow... rows) {
        return new Page<>(List.of(rows), new Page.Position(100, 0, rows.length, total));
    }
}
