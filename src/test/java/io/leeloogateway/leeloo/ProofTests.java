package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTests {

    static List<Change<?>> provable() {
        return List.of(
                new AddTag(Known.ANNA, Known.TAG),
                new RemoveTag(Known.ANNA, Known.TAG),
                new ChangePerson(Known.ANNA, Known.PHONE, null, null),
                new ChangeOrder(Known.ORDER, "RESOLVED", null, null, null, null),
                new CreatePerson("Anna", null, Known.PHONE, null, List.of()),
                new CreatePerson("Anna", Known.MAIL, null, null, List.of()),
                new CreateOrder(
                        Known.ANNA, Known.OFFER, Known.CREDITS, null, null, null, Notification.NONE, Known.OLGA),
                new SendMessage(Known.CHANNEL, "Hello"));
    }

    static List<Change<?>> withoutTrace() {
        return List.of(
                new CreatePerson("Anna", null, null, null, List.of()),
                new SendTemplate(Known.CHANNEL, Known.TEMPLATE, Map.of()),
                new Subscribe(Known.CHANNEL, Known.TUNNEL, Known.BLOCK),
                new CreateTrafficSource(Known.TOOL, "Letter", null),
                new ImportPeople(List.of(), Known.CONNECTION, null, List.of()),
                new AddComment(Known.ANNA, "Hello"),
                new RecordCall(Known.OLGA, Known.CHANNEL, "1", "2", Instant.EPOCH, null, "SUCCESS", 1, "INBOUND"));
    }

    @ParameterizedTest
    @MethodSource("provable")
    void whatLeavesATraceHasAProof(Change<?> change) {
        assertThat(Proof.of(change)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("withoutTrace")
    void whatLeavesNoTraceHasNone(Change<?> change) {
        assertThat(Proof.of(change)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("provable")
    void whatLeelooDoesNotKnowProvesNothing(Change<?> change) {
        var finding = new Testimony().on(change);

        assertThat(finding).isInstanceOf(Finding.Open.class);
        assertThat(finding.evidence()).endsWith(" is unknown to Leeloo");
    }

    @ParameterizedTest
    @MethodSource("provable")
    void otherFailuresOfTheWitnessPassThrough(Change<?> change) {
        var proof = Proof.of(change).orElseThrow();
        var failure = new LeelooThrottled(Duration.ofSeconds(1));

        assertThatThrownBy(() -> proof.look(failing(failure), Testimony.alone()))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-13T08:20:37.508Z,true", "2026-01-13T08:20:37.507Z,false", "2026-01-13T08:20:38.000Z,true"})
    void aSendMayHaveMadeWhatIsNotOlderToTheMillisecond(Instant createdAt, boolean mayHaveMade) {
        var sent = new Sent(Instant.parse("2026-01-13T08:20:37.508999Z"), Set.of(), 0, 0);

        assertThat(sent.mayHaveMade(createdAt)).isEqualTo(mayHaveMade);
    }

    @ParameterizedTest
    @CsvSource({"-1,0", "0,-1"})
    void countsAreNotNegative(int equalClaims, int rivals) {
        assertThatThrownBy(() -> new Sent(Known.THEN, Set.of(), equalClaims, rivals))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasMadeAtAnUnknownTimeIsNotRuledOut() {
        assertThat(Testimony.alone().mayHaveMade(null)).isTrue();
    }

    private static Witness failing(RuntimeException failure) {
        return new Witness() {
            @Override
            public <T> T ask(Query<T> query) {
                throw failure;
            }
        };
    }
}
