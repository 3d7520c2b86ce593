package io.leeloogateway.quota;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;

/** The client for which a call is made, and its weight among the clients. */
record ClientShare(String id, int weight) {

    /** Calls that the gateway makes on its own. */
    static final ClientShare GATEWAY = new ClientShare("gateway", 1);

    static ClientShare current() {
        return RequestContext.find().map(ClientShare::of).orElse(GATEWAY);
    }

    static ClientShare of(RequestContext request) {
        return request.caller().map(ClientShare::of).orElse(GATEWAY);
    }

    private static ClientShare of(Caller caller) {
        return new ClientShare(caller.clientId(), caller.weight());
    }
}
