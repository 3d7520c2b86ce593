package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.ChangeOrder;
import io.leeloogateway.leeloo.change.ChangePerson;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.change.SendMessage;
import io.leeloogateway.leeloo.change.SendTemplate;
import io.leeloogateway.leeloo.change.Subscribe;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.wire.LeelooJson;
import io.leeloogateway.leeloo.wire.ResponseReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessMarkersTests {

    private final ResponseReader reader = new ResponseReader();

    static Stream<Change<Accepted>> acceptedChanges() {
        return Stream.of(
                new SendTemplate(SampleIds.CHANNEL, SampleIds.TEMPLATE, Map.of()),
                new SendMessage(SampleIds.CHANNEL, "Hello"),
                new Subscribe(SampleIds.CHANNEL, SampleIds.TUNNEL, SampleIds.BLOCK),
                new ChangePerson(SampleIds.ANNA, null, null, List.of()),
                new AddTag(SampleIds.ANNA, SampleIds.TAG),
                new RemoveTag(SampleIds.ANNA, SampleIds.TAG));
    }

    @ParameterizedTest
    @MethodSource("acceptedChanges")
    void responseWithoutAReportedSuccessIsUnreadable(Change<Accepted> change) {
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
                    .withMessageEndingWith("does not report a success");
        }
    }

    @ParameterizedTest
    @MethodSource("acceptedChanges")
    void positiveStatusOrDataReportsASuccess(Change<Accepted> change) {
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
            strings = {
                "{}",
                "{\"status\":\"RESOLVED\",\"price\":\"100\"}",
                "{\"data\":{\"id\":\"" + SampleIds.ORDER + "\"},\"status\":1}"
            })
    void contentOfAnEchoedOrderIsIgnored(String body) {
        var change = new ChangeOrder(SampleIds.ORDER, "RESOLVED", null, null, null, null);

        assertThat(read(change, body)).isEqualTo(new Accepted());
    }

    private Accepted read(Change<Accepted> change, String body) {
        return reader.read(change, LeelooJson.mapper().readTree(body));
    }
}
