package io.leeloogateway.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Reduces the entries of {@code X-Forwarded-For} to addresses before Tomcat's {@code RemoteIpValve} compares them with the trusted proxies and
 * takes one as the caller's. An entry that is no address becomes the unspecified address, so that no entry of the caller takes its place.
 */
final class ForwardedForValve extends ValveBase {

    private final String header;

    ForwardedForValve(String header) {
        super(true);
        this.header = header;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var headers = request.getCoyoteRequest().getMimeHeaders();
        if (headers.getHeader(header) != null) {
            var addresses = addresses(request);
            headers.removeHeader(header);
            if (!addresses.isEmpty()) {
                headers.addValue(header).setString(addresses);
            }
        }
        getNext().invoke(request, response);
    }

    private String addresses(Request request) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(entry -> !entry.isBlank())
                .map(entry -> IpAddress.parse(entry).orElse(IpAddress.UNSPECIFIED))
                .map(IpAddress::toString)
                .collect(Collectors.joining(", "));
    }
}
