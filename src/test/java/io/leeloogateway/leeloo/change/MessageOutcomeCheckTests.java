package io.leeloogateway.leeloo.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.ChannelFixtures;
import io.leeloogateway.leeloo.model.Message;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageOutcomeCheckTests {

    private static final String ID = "64a000000000000000000503";
    private static final String OTHER = "64a000000000000000000504";
    private static final Instant LATER = SampleIds.THEN.plusSeconds(1);
    private static final SendMessage CHANGE = new SendMessage(SampleIds.CHANNEL, "Добрый день!");

    @Test
    void messageWithTheSameTextIsTheSentMessage() {
        var result = chat(ChannelFixtures.CHAT.toArray(Message[]::new)).on(CHANGE);

        assertThat(result)
                .isEqualTo(new CheckResult.Applied<>(
                        new Accepted(),
                        ID,
                        "message 64a000000000000000000503 of 2026-01-13T08:20:37.508Z has the same text"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Добрый день!,YOUR_MESSAGE,2026-01-13T08:20:37.508Z,true",
                "Добрый день!,YOUR_MESSAGE,2026-01-13T08:20:37.507Z,false",
                "Добрый день!,YOUR_MESSAGE,2026-01-13T08:21:45.508Z,true",
                "Добрый день!,YOUR_MESSAGE,2026-01-13T08:21:45.509Z,false",
                "Добрый день!,YOUR_MESSAGE,-,false",
                "Добрый день!,FRIEND_MESSAGE,2026-01-13T08:20:37.508Z,false",
                "Добрый день!,SYSTEM_MESSAGE,2026-01-13T08:20:37.508Z,false",
                "Добрый день!,-,2026-01-13T08:20:37.508Z,false",
                "Добрый день,YOUR_MESSAGE,2026-01-13T08:20:37.508Z,false",
                "-,YOUR_MESSAGE,2026-01-13T08:20:37.508Z,false"
            })
    void matchHasTheSameTextIsFromTheCompanyAndOfTheMinuteAfterTheSend(
            @Nullable String text, @Nullable String type, @Nullable Instant createdAt, boolean matches) {
        var result = chat(new Message(ID, text, type, false, createdAt, null)).on(CHANGE);

        assertThat(result).isInstanceOf(matches ? CheckResult.Applied.class : CheckResult.Inconclusive.class);
        assertThat(result.evidence()).doesNotContain("Добрый");
    }

    @Test
    void noMessageIsInconclusive() {
        assertThat(chat().on(CHANGE)).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,false", "3,false"})
    void checkNeedsMoreMatchesThanEqualOperations(int equalOperations, boolean isApplied) {
        var result = chat(same(ID, SampleIds.THEN), same(OTHER, LATER))
                .on(CHANGE, new SendFacts(SampleIds.THEN, Set.of(), equalOperations, 0));

        assertThat(result).isInstanceOf(isApplied ? CheckResult.Applied.class : CheckResult.Inconclusive.class);
    }

    @Test
    void matchListedTwiceCountsOnce() {
        var result = chat(same(ID, LATER), same(ID, LATER)).on(CHANGE, new SendFacts(SampleIds.THEN, Set.of(), 1, 0));

        assertThat(result).isInstanceOf(CheckResult.Inconclusive.class);
    }

    @Test
    void newestUnclaimedMatchIsReturned() {
        var reader = chat(same(ID, SampleIds.THEN), same(OTHER, LATER));

        assertThat(reader.on(CHANGE)).extracting("id").isEqualTo(OTHER);
        assertThat(reader.on(CHANGE, new SendFacts(SampleIds.THEN, Set.of(OTHER), 1, 0)))
                .extracting("id")
                .isEqualTo(ID);
    }

    @Test
    void messageOfAnotherOperationIsIgnored() {
        var result = chat(same(ID, LATER)).on(CHANGE, new SendFacts(SampleIds.THEN, Set.of(ID), 0, 0));

        assertThat(result).isInstanceOf(CheckResult.Inconclusive.class);
    }

    private static Message same(String id, Instant createdAt) {
        return new Message(id, CHANGE.text(), "YOUR_MESSAGE", false, createdAt, createdAt);
    }

    private static StubFreshReader chat(Message... messages) {
        var page =
                new OffsetPage<>(List.of(messages), new OffsetPage.Position(100, 0, messages.length, messages.length));
        return new StubFreshReader().returns(new ListMessages(SampleIds.CHANNEL, new OffsetPageRequest(100, 0)), page);
    }
}
