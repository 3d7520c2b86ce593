package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.leeloo.model.PersonChannel;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
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

class NewPersonOutcomeCheckTests {

    private static final CreatePerson ANNA =
            new CreatePerson("Anna Sample", SampleIds.MAIL, SampleIds.PHONE, null, List.of(SampleIds.OLGA));
    private static final String OTHER = "64a000000000000000001809";
    private static final PersonChannel MANUAL = new PersonChannel(SampleIds.CHANNEL, null, null, "MANUAL");
    private static final PersonChannel TELEGRAM =
            new PersonChannel("64a000000000000000000602", SampleIds.CONNECTION, null, "TELEGRAM");

    @Test
    void onlyMatchIsTheCreatedPerson() {
        var result = people(row(SampleIds.ANNA)).on(ANNA);

        assertThat(result)
                .isEqualTo(new CheckResult.Applied<>(
                        new CreatedPerson(
                                SampleIds.ANNA,
                                SampleIds.CHANNEL,
                                "Anna Sample",
                                SampleIds.MAIL,
                                SampleIds.PHONE,
                                SampleIds.THEN),
                        SampleIds.ANNA,
                        "person 64a000000000000000001801 of 2026-01-13T08:20:37.508Z is the only match"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "' anna SAMPLE ',anna@example.org,+12025550143,2026-01-13T08:20:37.508Z,true",
                "Anna Sample,ANNA@example.org,12025550143,2026-01-13T08:21:45.508Z,true",
                "Anna Simple,anna@example.org,+12025550143,2026-01-13T08:20:37.508Z,false",
                "-,anna@example.org,+12025550143,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,other@example.org,+12025550143,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,-,+12025550143,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,anna@example.org,+12025550144,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,anna@example.org,-,2026-01-13T08:20:37.508Z,false",
                "Anna Sample,anna@example.org,+12025550143,2026-01-13T08:20:37.507Z,false",
                "Anna Sample,anna@example.org,+12025550143,2026-01-13T08:21:45.509Z,false",
                "Anna Sample,anna@example.org,+12025550143,-,false"
            })
    void matchHasTheSameNameAndContactsAndIsOfTheMinuteAfterTheSend(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Instant createdAt,
            boolean matches) {
        var row = new PersonRow(
                SampleIds.ANNA, name, email, phone, List.of(), List.of(MANUAL), null, createdAt, PersonRow.ALL_FIELDS);

        var result = people(row).on(ANNA);

        assertThat(result).isInstanceOf(matches ? CheckResult.Applied.class : CheckResult.Inconclusive.class);
        assertThat(result.evidence()).doesNotContainIgnoringCase("anna", SampleIds.PHONE, "sample");
    }

    @Test
    void absentContactMatchesAnyValue() {
        var byPhone = new CreatePerson("Anna Sample", null, SampleIds.PHONE, null, List.of());
        var byEmail = new CreatePerson("Anna Sample", SampleIds.MAIL, null, null, List.of());
        var reader = people(row(SampleIds.ANNA)).returns(byEmail(), page(1, row(SampleIds.ANNA)));

        assertThat(reader.on(byPhone)).isInstanceOf(CheckResult.Applied.class);
        assertThat(reader.on(byEmail)).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void noMatchIsInconclusive() {
        assertThat(people().on(ANNA)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void severalMatchesAreInconclusive() {
        assertThat(people(row(SampleIds.ANNA), row(OTHER)).on(ANNA)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void matchListedTwiceCountsOnce() {
        assertThat(people(row(SampleIds.ANNA), row(SampleIds.ANNA)).on(ANNA)).isInstanceOf(CheckResult.Applied.class);
    }

    @Test
    void personOfAnotherOperationIsIgnored() {
        var facts = new SendFacts(SampleIds.THEN, Set.of(OTHER), 1, 0);

        assertThat(people(row(OTHER)).on(ANNA, facts)).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(people(row(OTHER), row(SampleIds.ANNA)).on(ANNA, facts))
                .extracting("id")
                .isEqualTo(SampleIds.ANNA);
    }

    @Test
    void matchThatAnEqualOperationMayHaveCausedIsInconclusive() {
        var facts = new SendFacts(SampleIds.THEN, Set.of(), 1, 1);

        assertThat(people(row(SampleIds.ANNA)).on(ANNA, facts)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void manualChannelIsTheCreatedChannel() {
        var result = people(row(SampleIds.ANNA, TELEGRAM, MANUAL)).on(ANNA);

        assertThat(result).extracting("response.channelId").isEqualTo(SampleIds.CHANNEL);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "TELEGRAM")
    void personWithoutAManualChannelIsInconclusive(@Nullable String platform) {
        var channel = new PersonChannel(SampleIds.CHANNEL, null, null, platform);

        assertThat(people(row(SampleIds.ANNA, channel)).on(ANNA)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void furtherPagesOfAShorterPageAreRead() {
        var reader = new StubFreshReader()
                .returns(byPhone(100, 0), page(2, row("64a000000000000000001802", TELEGRAM)))
                .returns(byPhone(99, 1), page(2, row(OTHER)));

        assertThat(reader.on(ANNA)).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(reader.queries()).hasSize(2);
    }

    @Test
    void wrongTotalDoesNotCauseFurtherReads() {
        var reader = new StubFreshReader()
                .returns(byPhone(100, 0), page(5607, row(SampleIds.ANNA)))
                .returns(byPhone(99, 1), page(5607, row(SampleIds.ANNA)));

        assertThat(reader.on(ANNA)).isInstanceOf(CheckResult.Applied.class);
        assertThat(reader.queries()).hasSize(2);
    }

    @Test
    void longListIsInconclusive() {
        var others = IntStream.range(0, 99)
                .mapToObj("64a0000000000000000999%02d"::formatted)
                .map(id -> new PersonRow(
                        id, "Other", null, SampleIds.PHONE, List.of(), List.of(), null, null, PersonRow.ALL_FIELDS));
        var rows = Stream.concat(Stream.of(row(SampleIds.ANNA)), others).toArray(PersonRow[]::new);

        assertThat(new StubFreshReader()
                        .returns(byPhone(100, 0), page(101, rows))
                        .on(ANNA))
                .isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(new StubFreshReader()
                        .returns(byPhone(100, 0), page(100, rows))
                        .on(ANNA))
                .isInstanceOf(CheckResult.Applied.class);
    }

    private static StubFreshReader people(PersonRow... rows) {
        return new StubFreshReader().returns(byPhone(100, 0), page(rows.length, rows));
    }

    private static PersonRow row(String id, PersonChannel... channels) {
        return new PersonRow(
                id,
                "Anna Sample",
                SampleIds.MAIL,
                SampleIds.PHONE,
                List.of(),
                channels.length == 0 ? List.of(MANUAL) : Arrays.asList(channels),
                null,
                SampleIds.THEN,
                PersonRow.ALL_FIELDS);
    }

    private static ListPeople byPhone(int limit, int offset) {
        return new ListPeople(List.of(), SampleIds.PHONE, null, null, null, new OffsetPageRequest(limit, offset));
    }

    private static ListPeople byEmail() {
        return new ListPeople(List.of(), null, SampleIds.MAIL, null, null, new OffsetPageRequest(100, 0));
    }

    private static OffsetPage<PersonRow> page(int total, PersonRow... rows) {
        return new OffsetPage<>(List.of(rows), new OffsetPage.Position(100, 0, rows.length, total));
    }
}
