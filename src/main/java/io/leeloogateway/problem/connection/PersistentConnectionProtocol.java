package io.leeloogateway.problem.connection;

import io.leeloogateway.connections.BoundedHttp11Protocol;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/** HTTP/1.1 of Tomcat with connections that stay open after an error response. Tomcat creates it by its name. */
public class PersistentConnectionProtocol extends BoundedHttp11Protocol {

    private static final String PERSISTENT = PersistentConnectionProtocol.class.getName();

    /** Tomcat calls this method for each response between its decision about the connection and the status line. */
    @Override
    public boolean useCompression(Request request, Response response) {
        var status = response.getStatus();
        if (PersistentStatus.isDisguised(status)) {
            response.setStatus(PersistentStatus.reveal(status));
            if (request.getErrorException() == null) {
                request.setAttribute(PERSISTENT, true);
            } else {
                response.addHeader("Connection", "close");
            }
        }
        return super.useCompression(request, response);
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new PersistentAdapter(adapter, PERSISTENT));
    }
}
