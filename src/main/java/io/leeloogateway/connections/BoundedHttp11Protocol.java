package io.leeloogateway.connections;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 of Tomcat with bounds for incomplete requests and long paths. Tomcat creates it by its name. */
public class BoundedHttp11Protocol extends Http11NioProtocol {

    private final BoundedEndpoint endpoint;
    private @Nullable ScheduledFuture<?> sweep;

    public BoundedHttp11Protocol() {
        this(new BoundedEndpoint());
    }

    private BoundedHttp11Protocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new ShortPathAdapter(adapter));
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedHttp11Processor(this, getAdapter());
    }

    @Override
    public void start() throws Exception {
        super.start();
        sweep = getUtilityExecutor().scheduleWithFixedDelay(endpoint::closeLate, 250, 250, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (sweep != null) {
            sweep.cancel(false);
        }
        super.stop();
    }

    UnreadBodies unreadBodies() {
        return endpoint.unreadBodies();
    }

    PausedRequests pausedRequests() {
        return endpoint.pausedRequests();
    }

    boolean isBusy() {
        return endpoint.isBusy();
    }
}
