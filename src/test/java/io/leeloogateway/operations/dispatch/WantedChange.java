package io.leeloogateway.operations.dispatch;

import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A change that somebody wants, of a person or a channel that nobody else touches.
 *
 * @param key its Idempotency-Key, and its first request's id
 * @param about the id of the person or channel
 */
public record WantedChange(Kind kind, String key, String about) {

    /** A change whose absence is proof, and one whose absence is not. */
    enum Kind {
        TAG,
        MESSAGE
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** As many of each kind. */
    static List<WantedChange> fresh(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> next(i % 2 == 0 ? Kind.TAG : Kind.MESSAGE))
                .toList();
    }

    static WantedChange next(Kind kind) {
        var number = COUNT.incrementAndGet();
        return new WantedChange(kind, "wish-" + number, "64a1000000000000%08x".formatted(number));
    }

    public String method() {
        return kind == Kind.TAG ? "PUT" : "POST";
    }

    public String path() {
        return kind == Kind.TAG
                ? "/api/v1/people/" + about + "/tags/" + ScriptedLeeloo.TAG
                : "/api/v1/channels/" + about + "/messages";
    }

    public String body() {
        return kind == Kind.TAG ? "" : "{\"text\":\"hello " + key + "\"}";
    }
}
