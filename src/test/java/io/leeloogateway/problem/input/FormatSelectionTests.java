package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.context.request.ServletWebRequest;

class FormatSelectionTests {

    private final FormatSelection selection = new FormatSelection();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/tags          | */*                 | application/json
            /api/v1/audit-entries | text/csv;header=yes | text/csv
            /api/v1/tags          | image/png           | application/json
            /v3/api-docs          | */*                 | application/json
            /problems/not-found   | application/json    | application/json
            /swagger-ui/index.css | text/css;v=1        | text/css;v=1
            """)
    void firstFormatIsTheResponse(String path, String accept, String format) throws Exception {
        assertThat(selection.resolveMediaTypes(request(path, accept)))
                .first()
                .isEqualTo(MediaType.parseMediaType(format));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs.yaml", "/problems/not-found"})
    void otherDocumentsRejectUnknownFormats(String path) {
        assertThatExceptionOfType(HttpMediaTypeNotAcceptableException.class)
                .isThrownBy(() -> selection.resolveMediaTypes(request(path, "image/png")));
    }

    private static ServletWebRequest request(String path, String accept) {
        var request = new MockHttpServletRequest();
        request.setServletPath(path);
        request.addHeader(HttpHeaders.ACCEPT, accept);
        return new ServletWebRequest(request);
    }
}
