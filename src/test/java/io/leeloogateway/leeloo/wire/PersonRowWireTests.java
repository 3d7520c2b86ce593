package io.leeloogateway.leeloo.wire;

import static io.leeloogateway.leeloo.model.PersonRow.ALL_FIELDS;
import static io.leeloogateway.leeloo.model.PersonRow.Field.CHANNELS;
import static io.leeloogateway.leeloo.model.PersonRow.Field.EMAIL;
import static io.leeloogateway.leeloo.model.PersonRow.Field.PHONE;
import static io.leeloogateway.leeloo.model.PersonRow.Field.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.request.OffsetPageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PersonRowWireTests {

    private static final ListPeople LIST =
            new ListPeople(List.of(), null, null, null, null, new OffsetPageRequest(20, 0));

    @Test
    void emptyRowStatesNothing() {
        assertThat(read("\"name\":\"Anna\"").stated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'\"+12025550143\"',+12025550143",
                "12025550143,12025550143",
                "true,true",
                "null,-",
                "'\"\"',-",
                "'\"NOT_DEFINED\"',-"
            })
    void contactInARowIsStated(String json, @Nullable String value) {
        var row = read("\"phone\":%1$s,\"email\":%1$s".formatted(json));

        assertThat(row.phone()).isEqualTo(value);
        assertThat(row.email()).isEqualTo(value);
        assertThat(row.stated()).containsExactly(EMAIL, PHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[1,{\"a\":[2]}]", "{\"phone\":\"+12025550143\"}"})
    void contactOfUnexpectedTypeIsNotStated(String json) {
        var row = read("\"phone\":%1$s,\"email\":%1$s,\"name\":\"Anna\"".formatted(json));

        assertThat(row.phone()).isNull();
        assertThat(row.name()).isEqualTo("Anna");
        assertThat(row.stated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]"})
    void emptyListIsStated(String json) {
        var row = read("\"tags\":%1$s,\"accounts\":%1$s".formatted(json));

        assertThat(row.tags()).isEmpty();
        assertThat(row.channels()).isEmpty();
        assertThat(row.stated()).containsExactly(TAGS, CHANNELS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"NOT_DEFINED\"", "\"\"", "{}", "7"})
    void listWithoutAValueIsNotStated(String json) {
        var row = read("\"tags\":%1$s,\"accounts\":%1$s,\"phone\":\"+12025550143\"".formatted(json));

        assertThat(row.tags()).isEmpty();
        assertThat(row.channels()).isEmpty();
        assertThat(row.stated()).containsExactly(PHONE);
        assertThat(row.missing()).containsExactly("email", "tags", "channels");
    }

    @Test
    void storedRowKeepsWhatItStates() {
        var row = read("\"email\":null,\"tags\":[]");
        var json = new JsonMapper();

        assertThat(json.readValue(json.writeValueAsString(row), PersonRow.class))
                .isEqualTo(row);
        assertThat(json.writeValueAsString(row)).contains("\"stated\":[\"EMAIL\",\"TAGS\"]");
    }

    @Test
    void nullInARowOfAnEarlierVersionIsNotStated() {
        var empty = stored("\"email\":null,\"phone\":null");
        var full = stored("\"email\":\"anna@example.org\",\"phone\":\"+12025550143\"");

        assertThat(empty.stated()).containsExactly(TAGS, CHANNELS);
        assertThat(full.stated()).isEqualTo(ALL_FIELDS);
    }

    private static PersonRow stored(String fields) {
        return new JsonMapper().readValue("{\"id\":\"1\",\"tags\":[],\"channels\":[]," + fields + "}", PersonRow.class);
    }

    private static PersonRow read(String fields) {
        var response = LeelooJson.mapper().readTree("{\"data\":[{\"id\":\"1\"," + fields + "}]}");
        return new ResponseReader().read(LIST, response).items().getFirst();
    }
}
