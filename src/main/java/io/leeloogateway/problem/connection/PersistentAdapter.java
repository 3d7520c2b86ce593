package io.leeloogateway.problem.connection;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Disguises the status of a sent response again. Tomcat decides a second time whether to close the connection, after the access log and the
 * metrics have seen the status.
 *
 * @param attribute the attribute of a request whose connection stays open
 */
record PersistentAdapter(Adapter adapter, String attribute) implements Adapter {

    @Override
    public void service(Request request, Response response) throws Exception {
        adapter.service(request, response);
        if (request.getAttribute(attribute) != null && request.getErrorException() == null) {
            response.setStatus(PersistentStatus.disguise(response.getStatus()));
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return adapter.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}
