package io.leeloogateway.problem.input;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;

/** The body has a content coding. The response says which one would do (RFC 9110, 15.5.16). */
public final class UnsupportedContentCoding extends HttpMediaTypeNotSupportedException {

    static final String IDENTITY = "identity";

    private static final long serialVersionUID = 1;

    UnsupportedContentCoding() {
        super(MediaType.APPLICATION_JSON, List.of());
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
        return headers;
    }
}
