package io.leeloogateway.quota;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The waiting calls of one client at one priority: its changes before its reads, each in the order of their arrival. */
final class ClientQueue {

    private static final double ROUNDING = 1e-6;

    private final ClientShare client;
    private final Map<CallClass, Deque<WaitingCall>> classes = new EnumMap<>(CallClass.class);
    private double pass;

    ClientQueue(ClientShare client, double pass) {
        this.client = client;
        this.pass = pass;
    }

    void add(WaitingCall call) {
        classes.computeIfAbsent(call.callClass(), _ -> new ArrayDeque<>()).addLast(call);
    }

    /** The next call that may start. Advances the virtual time of the client, which has a part of its weight in each replica where it waits. */
    WaitingCall poll(ConcurrentCalls concurrent, long replicas) {
        var next = classes.keySet().stream()
                .filter(callClass -> startable(callClass, concurrent) > 0)
                .findFirst()
                .orElseThrow();
        pass += (double) replicas / client.weight();
        var call = Objects.requireNonNull(classes.get(next)).removeFirst();
        forget(next);
        return call;
    }

    boolean remove(WaitingCall call) {
        var isRemoved = waiting(call.callClass()).remove(call);
        forget(call.callClass());
        return isRemoved;
    }

    private void forget(CallClass callClass) {
        classes.computeIfPresent(callClass, (_, calls) -> calls.isEmpty() ? null : calls);
    }

    WaitingCall oldest() {
        return calls().min(Comparator.comparingLong(WaitingCall::sinceNanos)).orElseThrow();
    }

    /** The last call of the least urgent class. */
    WaitingCall newest() {
        return classes.values().stream().reduce((_, last) -> last).orElseThrow().getLast();
    }

    /** The number of calls that may start now. */
    int startable(ConcurrentCalls concurrent) {
        return classes.keySet().stream()
                .mapToInt(callClass -> startable(callClass, concurrent))
                .sum();
    }

    /** Whether a call may start now that has no head start. */
    boolean hasStartableRead(ConcurrentCalls concurrent) {
        return startable(concurrent) > startable(CallClass.INTERACTIVE_CHANGE, concurrent);
    }

    int startable(CallClass callClass, ConcurrentCalls concurrent) {
        return Math.min(waiting(callClass).size(), concurrent.free(callClass, client));
    }

    /** The number of calls that start until the virtual time at which a call of another client does: changes, which have a head start, and then reads. */
    int until(double turn, int headStart, ConcurrentCalls concurrent) {
        var changes = competing(CallClass.INTERACTIVE_CHANGE, concurrent);
        return (int) Math.clamp(callsUntil(turn) + headStart, 0, changes) + readsUntil(turn, concurrent);
    }

    int readsUntil(double turn, ConcurrentCalls concurrent) {
        var changes = competing(CallClass.INTERACTIVE_CHANGE, concurrent);
        return (int) Math.clamp(callsUntil(turn) - changes, 0, competing(concurrent) - changes);
    }

    private double callsUntil(double turn) {
        return 1 + Math.floor((turn - pass) * client.weight() + ROUNDING);
    }

    /** The number of calls for which others may have to wait: none of a class while the client has as many of it at Leeloo as it may have. */
    int competing(ConcurrentCalls concurrent) {
        return classes.keySet().stream()
                .mapToInt(callClass -> competing(callClass, concurrent))
                .sum();
    }

    private int competing(CallClass callClass, ConcurrentCalls concurrent) {
        return startable(callClass, concurrent) == 0 ? 0 : waiting(callClass).size();
    }

    Deque<WaitingCall> waiting(CallClass callClass) {
        return classes.getOrDefault(callClass, new ArrayDeque<>());
    }

    /** The number of the client's own calls that precede its next one of a class, which passes others by that may not start. */
    int preceding(CallClass callClass, ConcurrentCalls concurrent) {
        return classes.entrySet().stream()
                .filter(other -> other.getKey() == callClass
                        || (other.getKey().compareTo(callClass) < 0 && startable(other.getKey(), concurrent) > 0))
                .mapToInt(other -> other.getValue().size())
                .sum();
    }

    int size() {
        return classes.values().stream().mapToInt(Deque::size).sum();
    }

    boolean isEmpty() {
        return classes.isEmpty();
    }

    /** The virtual time at which the client's next call starts. */
    double turn(int headStart, ConcurrentCalls concurrent) {
        var isChange = startable(CallClass.INTERACTIVE_CHANGE, concurrent) > 0;
        return isChange ? pass - (double) headStart / client.weight() : pass;
    }

    /** The virtual time at which a call of a client starts that has had {@code pass} and has so many calls before it. */
    static double turn(double pass, int preceding, CallClass callClass, int headStart, ClientShare client) {
        var early = callClass == CallClass.INTERACTIVE_CHANGE ? headStart : 0;
        return pass + (double) (preceding - early) / client.weight();
    }

    /** The client's virtual time: how much it has had for its weight. */
    double pass() {
        return pass;
    }

    String clientId() {
        return client.id();
    }

    int weight() {
        return client.weight();
    }

    Stream<WaitingCall> calls() {
        return classes.values().stream().flatMap(Deque::stream);
    }
}
