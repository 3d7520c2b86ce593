package io.leeloogateway.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Removes the request headers that the gateway does not use but its libraries read: Tomcat fails on an {@code Accept-Language} of more than
 * ten languages, and Spring on an {@code X-Forwarded-Port} that is no number. Also an {@code Accept} that is longer than any client needs,
 * whose thousand ranges take the processor for longer than the request: the response is then in the format of the route. Runs after the valve that reads the headers of a trusted proxy.
 */
final class IgnoredHeadersValve extends ValveBase {

    private static final Pattern IGNORED = Pattern.compile("(?i)accept-language|forwarded|x-forwarded-.*");

    private static final String ACCEPT = "Accept";
    private static final int MAX_ACCEPT_LENGTH = 1000;

    IgnoredHeadersValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var headers = request.getCoyoteRequest().getMimeHeaders();
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> IGNORED.matcher(name).matches())
                .forEach(headers::removeHeader);
        if (acceptLength(request) > MAX_ACCEPT_LENGTH) {
            headers.removeHeader(ACCEPT);
        }
        getNext().invoke(request, response);
    }

    private static int acceptLength(Request request) {
        return Collections.list(request.getHeaders(ACCEPT)).stream()
                .mapToInt(String::length)
                .sum();
    }
}
