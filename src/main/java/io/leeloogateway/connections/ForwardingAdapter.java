package io.leeloogateway.connections;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Passes each call on to Tomcat's own adapter. */
public abstract class ForwardingAdapter implements Adapter {

    private final Adapter adapter;

    protected ForwardingAdapter(Adapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        adapter.service(request, response);
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
