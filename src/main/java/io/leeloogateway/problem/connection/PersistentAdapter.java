package io.leeloogateway.problem.connection;

import io.leeloogateway.connections.ForwardingAdapter;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * Disguises the status of a sent response again. Tomcat decides a second time whether to close the connection, after the access log and the
 * metrics have seen the status.
 */
final class PersistentAdapter extends ForwardingAdapter {

    private final String attribute;

    /** The attribute of a request whose connection stays open. */
    PersistentAdapter(Adapter adapter, String attribute) {
        super(adapter);
        this.attribute = attribute;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        super.service(request, response);
        if (request.getAttribute(attribute) != null && request.getErrorException() == null) {
            response.setStatus(PersistentStatus.disguise(response.getStatus()));
        }
    }
}
