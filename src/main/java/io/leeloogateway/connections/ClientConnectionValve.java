package io.leeloogateway.connections;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Hands a request its connection. After the response, Tomcat reads and drops the rest of a body, so that a client that sends first and reads
 * later gets the response; the valve bounds the time of this.
 */
final class ClientConnectionValve extends ValveBase {

    ClientConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!(request.getCoyoteRequest().getNote(BoundedHttp11Processor.NOTE) instanceof ClientConnection connection)) {
            getNext().invoke(request, response);
            return;
        }
        connection.clearDeadline();
        request.setAttribute(ClientConnection.ATTRIBUTE, connection);
        getNext().invoke(request, response);
        if (!isBodyRead(request)) {
            connection.boundRest(request.getContentLengthLong());
        }
    }

    private static boolean isBodyRead(Request request) {
        var result = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, result);
        return result.get();
    }
}
