package io.leeloogateway.problem.input;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The body has a content coding. The response says which one would do (RFC 9110, 15.5.16). */
public final class UnsupportedContentCoding extends HttpMediaTypeNotSupportedException {

    static final String IDENTITY = "identity";

    private static final long serialVersionUID = 1;

    private UnsupportedContentCoding() {
        super(MediaType.APPLICATION_JSON, List.of());
    }

    static void check(HttpServletRequest request) throws UnsupportedContentCoding {
        var isCoded = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .flatMap(codings -> Arrays.stream(codings.split(",")))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(IDENTITY));
        if (isCoded) {
            throw new UnsupportedContentCoding();
        }
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
        return headers;
    }
}
