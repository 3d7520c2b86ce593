package io.leeloogateway.connections;

import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 of Tomcat with bounds for incomplete requests and long paths. Tomcat creates it by its name. */
public class BoundedHttp11Protocol extends Http11NioProtocol {

    private static final int SWEEP_MILLIS = 250;

    /** While no connection is accepted, callers wait. */
    private static final int ROOM_MILLIS = 25;

    private final BoundedEndpoint endpoint;
    private List<ScheduledFuture<?>> sweeps = List.of();

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
        sweeps = List.of(repeat(endpoint::closeLate, SWEEP_MILLIS), repeat(endpoint::makeRoomIfFull, ROOM_MILLIS));
    }

    private ScheduledFuture<?> repeat(Runnable sweep, int millis) {
        return getUtilityExecutor().scheduleWithFixedDelay(sweep, millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        sweeps.forEach(sweep -> sweep.cancel(false));
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
