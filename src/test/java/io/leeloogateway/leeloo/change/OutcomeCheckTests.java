package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeCheckTests {

    static List<Change<?>> checkable() {
        return List.of(
                new AddTag(SampleIds.ANNA, SampleIds.TAG),
                new RemoveTag(SampleIds.ANNA, SampleIds.TAG),
                new ChangePerson(SampleIds.ANNA, SampleIds.PHONE, null, null),
                new ChangeOrder(SampleIds.ORDER, "RESOLVED", null, null, null, null),
                new CreatePerson("Anna", null, SampleIds.PHONE, null, List.of()),
                new CreatePerson("Anna", SampleIds.MAIL, null, null, List.of()),
                new CreateOrder(
                        SampleIds.ANNA,
                        SampleIds.OFFER,
                        SampleIds.CREDITS,
                        null,
                        null,
                        null,
                        Notification.NONE,
                        SampleIds.OLGA),
                new SendMessage(SampleIds.CHANNEL, "Hello"));
    }

    static List<Change<?>> uncheckable() {
        return List.of(
                new CreatePerson("Anna", null, null, null, List.of()),
                new SendTemplate(SampleIds.CHANNEL, SampleIds.TEMPLATE, Map.of()),
                new Subscribe(SampleIds.CHANNEL, SampleIds.TUNNEL, SampleIds.BLOCK),
                new CreateTrafficSource(SampleIds.TOOL, "Letter", null),
                new ImportPeople(List.of(), SampleIds.CONNECTION, null, List.of()),
                new AddComment(SampleIds.ANNA, "Hello"),
                new RecordCall(
                        SampleIds.OLGA, SampleIds.CHANNEL, "1", "2", Instant.EPOCH, null, "SUCCESS", 1, "INBOUND"));
    }

    @ParameterizedTest
    @MethodSource("checkable")
    void changeThatIsVisibleAtLeelooHasACheck(Change<?> change) {
        assertThat(OutcomeCheck.of(change)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("uncheckable")
    void changeThatIsNotVisibleAtLeelooHasNoCheck(Change<?> change) {
        assertThat(OutcomeCheck.of(change)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("checkable")
    void unknownResourceIsInconclusive(Change<?> change) {
        var result = new StubFreshReader().on(change);

        assertThat(result).isInstanceOf(CheckResult.Inconclusive.class);
        assertThat(result.evidence()).endsWith(" is unknown to Leeloo");
    }

    @ParameterizedTest
    @MethodSource("checkable")
    void otherFailuresOfTheReaderAreThrown(Change<?> change) {
        var check = OutcomeCheck.of(change).orElseThrow();
        var failure = new LeelooThrottled(Duration.ofSeconds(1));

        assertThatThrownBy(() -> check.evaluate(failing(failure), StubFreshReader.noOtherOperations()))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-13T08:20:37.507Z,false,false",
        "2026-01-13T08:20:37.508Z,true,true",
        "2026-01-13T08:20:38.000Z,true,true",
        "2026-01-13T08:21:45.508Z,true,true",
        "2026-01-13T08:21:45.509Z,true,false"
    })
    void sendMayHaveCreatedWhatIsAtMostAMinuteYounger(Instant timestamp, boolean isSince, boolean mayHaveCreated) {
        var facts = new SendFacts(Instant.parse("2026-01-13T08:20:37.508999Z"), Set.of(), 0, 0);

        assertThat(facts.isSinceSend(timestamp)).isEqualTo(isSince);
        assertThat(facts.mayHaveCreatedAt(timestamp)).isEqualTo(mayHaveCreated);
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,-1"})
    void negativeNumbersOfOperationsAreRefused(int equalOperations, int rivals) {
        assertThatThrownBy(() -> new SendFacts(SampleIds.THEN, Set.of(), equalOperations, rivals))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sendMayHaveCreatedAnAbsentTimestamp() {
        assertThat(StubFreshReader.noOtherOperations().mayHaveCreatedAt(null)).isTrue();
    }

    /** Leeloo's clock and the gateway's may differ by five seconds; a time without seconds may be from any second of its minute. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-01-13T08:00:00.001Z,2026-01-13T08:20:32.507Z,true",
                "-,2026-01-13T08:20:32.507Z,true",
                "2026-01-13T08:00:00.001Z,2026-01-13T08:20:32.508Z,false",
                "2026-01-13T08:00:00.001Z,2026-01-13T08:20:00Z,false",
                "2026-01-13T08:00:00.001Z,2026-01-13T08:19:00Z,true",
                "2026-01-13T08:00:00.001Z,2026-01-13T08:20:38.508Z,false"
            })
    void updateLongBeforeTheSendExcludesAnother(@Nullable Instant createdAt, Instant updatedAt, boolean isExcluded) {
        var facts = StubFreshReader.noOtherOperations();

        assertThat(facts.excludesUpdate(createdAt, updatedAt)).isEqualTo(isExcluded);
    }

    /** By Leeloo's clock alone; two equal timestamps without seconds may be most of a minute apart. */
    @ParameterizedTest
    @CsvSource({"2026-01-13T08:20:36.001Z,true", "2026-01-13T08:20:39Z,true", "2026-01-13T08:20:00Z,false"})
    void resourceThatWasNeverUpdatedExcludesAnUpdate(Instant createdAt, boolean isExcluded) {
        var facts = StubFreshReader.noOtherOperations();

        assertThat(facts.excludesUpdate(createdAt, createdAt)).isEqualTo(isExcluded);
    }

    private static FreshReader failing(RuntimeException failure) {
        return new FreshReader() {
            @Override
            public <T> T read(Query<T> query) {
                throw failure;
            }
        };
    }
}
