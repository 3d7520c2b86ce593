package io.leeloogateway.leeloo.http;

import io.leeloogateway.fixtures.RawResponseMode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A Leeloo that knows every person and takes every change. */
final class SimulatedPeople implements RawResponseMode {

    static final RawResponseMode FINE = new SimulatedPeople("");

    private static final Pattern PERSON = Pattern.compile("^GET \\S*/people/([0-9a-f]{24})");

    private final String prefix;

    private SimulatedPeople(String prefix) {
        this.prefix = prefix;
    }

    /** Responds with the fault to the requests that match, and as usual to the others. */
    static RawResponseMode except(Predicate<String> request, RawResponseMode fault) {
        return new RawResponseMode() {
            @Override
            public void respond(Socket socket) {
                throw new UnsupportedOperationException("the response depends on the request");
            }

            @Override
            public void respond(Socket socket, String text) throws IOException {
                (request.test(text) ? fault : FINE).respond(socket, text);
            }
        };
    }

    /** Sends the text before each response. */
    static RawResponseMode after(String text) {
        return new SimulatedPeople(text);
    }

    static boolean isPerson(String request) {
        return PERSON.matcher(request).find();
    }

    @Override
    public void respond(Socket socket) {
        throw new UnsupportedOperationException("the response depends on the request");
    }

    @Override
    public void respond(Socket socket, String request) throws IOException {
        var person = PERSON.matcher(request);
        var data = person.find() ? "{\"id\":\"" + person.group(1) + "\",\"name\":\"Anna Sample\",\"tags\":[]}" : "[]";
        socket.getOutputStream().write(prefix.getBytes(StandardCharsets.US_ASCII));
        RawResponseMode.respondAndClose("{\"status\":1,\"data\":" + data + "}").respond(socket);
    }
}
