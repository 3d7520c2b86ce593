package io.leeloogateway.quota;

import java.util.ArrayDeque;
import java.util.Deque;

/** The waiting calls of one client in one class, in the order of their arrival. */
final class ClientQueue {

    private final ClientShare client;
    private final Deque<WaitingCall> calls = new ArrayDeque<>();
    private double pass;

    ClientQueue(ClientShare client, double pass) {
        this.client = client;
        this.pass = pass;
    }

    void add(WaitingCall call) {
        calls.addLast(call);
    }

    /** Also advances the virtual time of the client, which has a part of its weight in each replica where it waits. */
    WaitingCall poll(long replicas) {
        pass += (double) replicas / client.weight();
        return calls.removeFirst();
    }

    boolean remove(WaitingCall call) {
        return calls.remove(call);
    }

    WaitingCall oldest() {
        return calls.getFirst();
    }

    WaitingCall newest() {
        return calls.getLast();
    }

    /** The number of calls that may start now. */
    int startable(ConcurrentCalls concurrent) {
        return Math.min(calls.size(), concurrent.free(oldest().callClass(), client));
    }

    /** The number of calls for which others may have to wait: none while the client has as many at Leeloo as it may have. */
    int competing(ConcurrentCalls concurrent) {
        return startable(concurrent) == 0 ? 0 : size();
    }

    int size() {
        return calls.size();
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    double pass() {
        return pass;
    }

    String clientId() {
        return client.id();
    }

    int weight() {
        return client.weight();
    }

    Deque<WaitingCall> calls() {
        return calls;
    }
}
