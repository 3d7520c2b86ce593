package io.leeloogateway.quota;

/** Limits the calls of each client that are at Leeloo. Reads and changes have connections of their own. */
final class ConcurrentCalls {

    private final SharedConnections reads;
    private final SharedConnections changes;

    ConcurrentCalls(CallConnections connections, QuotaProperties properties) {
        reads = new SharedConnections(connections.reads(), properties.concurrentReadsPerClient());
        changes = new SharedConnections(connections.changes(), properties.concurrentChangesPerClient());
    }

    /** The number of calls of the client that may start now. */
    int free(CallClass callClass, ClientShare client) {
        return of(callClass).free(client.id());
    }

    void start(WaitingCall call) {
        of(call.callClass()).start(call.client().id());
    }

    void end(WaitingCall call) {
        of(call.callClass()).end(call.client().id());
    }

    private SharedConnections of(CallClass callClass) {
        return callClass == CallClass.INTERACTIVE_CHANGE ? changes : reads;
    }
}
