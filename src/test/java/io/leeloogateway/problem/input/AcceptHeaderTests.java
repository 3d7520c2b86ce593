package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;

/** RFC 9110, 12.5.1. */
class AcceptHeaderTests {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv");
    private static final List<MediaType> FORMATS = List.of(MediaType.APPLICATION_JSON, CSV);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            */*                                            | application/json text/csv
            application/*                                  | application/json
            text/*, application/*;q=0.9                    | text/csv application/json
            text/csv;q=0.1, application/json;q=0.2         | application/json text/csv
            */*;q=0.5, text/csv                            | text/csv application/json
            text/csv;q=0, */*                              | application/json
            text/*;q=0, text/csv;q=0.1                     | text/csv
            */*;q=0, application/json                      | application/json
            */*;q=0.9, application/*;q=0.1                 | text/csv application/json
            application/*;q=0, */*                         | text/csv
            application/json;q=0                           | none
            image/png                                      | none
            nonsense, text/csv                             | text/csv
            application/json;charset=utf-16                | application/json
            application/json;charset=utf-16;q=0, */*;q=0.1 | application/json text/csv
            application/json;charset=UTF-8;q=0             | none
            application/json; charset="utf-8";q=0          | none
            application/json;charset=utf-16, application/json;q=0 | none
            application/json;charset=utf-8;q=0, application/json;v=2 | none
            application/json;v=2;q=0.1, application/json   | application/json
            application/json;v=2, application/json;q=0     | none
            application/json;v=2, application/*;q=0        | application/json
            """)
    void formatsAreOrderedByTheMostSpecificRange(String header, String selected) {
        assertThat(String.join(" ", selected(AcceptHeader.parse(header)))).isEqualTo(selected == null ? "" : selected);
    }

    @Test
    void headerLinesAreOneList() {
        var request = new MockHttpServletRequest();
        request.addHeader(HttpHeaders.ACCEPT, "text/csv;q=0.5");
        request.addHeader(HttpHeaders.ACCEPT, "application/json");

        assertThat(selected(AcceptHeader.of(request))).containsExactly("application/json", "text/csv");
    }

    @Test
    void anythingIsAcceptableWithoutTheHeader() {
        var blank = new MockHttpServletRequest();
        blank.addHeader(HttpHeaders.ACCEPT, " ");

        assertThat(selected(AcceptHeader.of(new MockHttpServletRequest()))).hasSize(2);
        assertThat(selected(AcceptHeader.of(blank))).hasSize(2);
    }

    private static List<String> selected(AcceptHeader header) {
        return header.select(FORMATS).stream().map(MediaType::toString).toList();
    }
}
