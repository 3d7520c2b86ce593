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
 * ten languages, and Spring on an {@code X-Forwarded-Port} that is no number. Runs after the valve that reads the headers of a trusted proxy.
 */
final class IgnoredHeadersValve extends ValveBase {

    private static final Pattern IGNORED = Pattern.compile("(?i)accept-language|forwarded|x-forwarded-.*");

    IgnoredHeadersValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var headers = request.getCoyoteRequest().getMimeHeaders();
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> IGNORED.matcher(name).matches())
                .forEach(headers::removeHeader);
        getNext().invoke(request, response);
    }
}
