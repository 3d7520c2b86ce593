package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.IpAddress;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UnknownCallersFilterTests {

    private static final int LIMIT = 3;

    private final UnknownCallers unknownCallers = new UnknownCallers(LIMIT);
    private final UnknownCallersFilter filter = new UnknownCallersFilter(unknownCallers);

    @ParameterizedTest
    @CsvSource({
        "POST, /hooks/leeloo/secret, 200, false",
        "POST, /hooks/leeloo/wrong, 404, true",
        "POST, /hooks/leeloo/secret, 503, true",
        "OPTIONS, /hooks/leeloo/wrong, 200, true",
        "GET, /problems/not-found, 200, true"
    })
    void onlyAcceptedWebhooksAreNotCounted(String method, String path, int status, boolean isCounted)
            throws ServletException, IOException {
        for (var i = 0; i < LIMIT; i++) {
            serve(method, path, status);
        }

        var address = IpAddress.of(request(method, path));
        assertThat(unknownCallers.tryCount(address)).isEqualTo(!isCounted);
    }

    private void serve(String method, String path, int status) throws ServletException, IOException {
        filter.doFilter(
                request(method, path),
                new MockHttpServletResponse(),
                (_, response) -> ((HttpServletResponse) response).setStatus(status));
    }

    private static MockHttpServletRequest request(String method, String path) {
        return new MockHttpServletRequest(method, path);
    }
}
