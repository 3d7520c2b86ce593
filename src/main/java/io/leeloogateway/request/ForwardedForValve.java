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
 * takes one as the caller's. An entry that is no address becomes the unspecified address, so that no entry of the caller takes its place. Proxies
 * append their entries, so the first ones of very many, which the caller has sent, are left out.
 */
final class ForwardedForValve extends ValveBase {

    private static final int MAX_ENTRIES = 100;

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
        var entries = Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(entry -> !entry.isBlank())
                .toList();
        return entries.stream()
                .skip(Math.max(0, entries.size() - MAX_ENTRIES))
                .map(entry -> IpAddress.parse(entry).orElse(IpAddress.UNSPECIFIED))
                .map(IpAddress::toString)
                .collect(Collectors.joining(", "));
    }
}
