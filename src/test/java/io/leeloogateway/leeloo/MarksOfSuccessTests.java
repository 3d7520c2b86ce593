package io.leeloogateway.leeloo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarksOfSuccessTests {

    private final Answers answers = new Answers();

    static Stream<Change<Accepted>> acknowledged() {
        return Stream.of(
                new SendTemplate(Known.CHANNEL, Known.TEMPLATE, Map.of()),
                new SendMessage(Known.CHANNEL, "Hello"),
                new Subscribe(Known.CHANNEL, Known.TUNNEL, Known.BLOCK),
                new ChangePerson(Known.ANNA, null, null, List.of()),
                new AddTag(Known.ANNA, Known.TAG),
                new RemoveTag(Known.ANNA, Known.TAG));
    }

    @ParameterizedTest
    @MethodSource("acknowledged")
    void anAnswerWithoutAMarkOfSuccessIsUnreadable(Change<Accepted> change) {
        for (var body : List.of(
                "{}",
                "{\"message\":\"queued\"}",
                "{\"status\":-1}",
                "{\"status\":\"error\"}",
                "{\"status\":null,\"data\":null}",
                "{\"status\":[1]}")) {
            assertThatExceptionOfType(LeelooUnreadable.class)
                    .as(body)
                    .isThrownBy(() -> read(change, body))
                    .withMessageEndingWith("has no mark of success");
        }
    }

    @ParameterizedTest
    @MethodSource("acknowledged")
    void aPositiveStatusOrAnyDataIsAMarkOfSuccess(Change<Accepted> change) {
        for (var body : List.of(
                "{\"status\":1,\"data\":{}}",
                "{\"status\":1}",
                "{\"status\":1e999999999}",
                "{\"status\":true}",
                "{\"data\":{}}",
                "{\"data\":[]}")) {
            assertThat(read(change, body)).as(body).isEqualTo(new Accepted());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"status\":\"RESOLVED\",\"price\":\"100\"}", "{\"data\":{\"id\":\"1\"},\"status\":1}"})
    void ofAnEchoedOrderNothingIsBelieved(String body) {
        var change = new ChangeOrder(Known.ORDER, "RESOLVED", null, null, null, null);

        assertThat(read(change, body)).isEqualTo(new Accepted());
    }

    private Accepted read(Change<Accepted> change, String body) {
        return answers.read(change, LeelooJson.mapper().readTree(body));
    }
}
