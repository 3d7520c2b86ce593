package io.leeloogateway.operations.dispatch;

import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A change of a person or channel that no other test changes.
 *
 * @param key the Idempotency-Key, and the id of the first request
 * @param targetId the id of the person or channel
 */
public record WantedChange(Kind kind, String key, String targetId) {

    /** The reconciler can decide the absence of a tag, but not of a message. */
    public enum Kind {
        TAG,
        MESSAGE
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Half of the changes are of each kind. */
    static List<WantedChange> fresh(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> next(i % 2 == 0 ? Kind.TAG : Kind.MESSAGE))
                .toList();
    }

    public static WantedChange next(Kind kind) {
        var number = COUNT.incrementAndGet();
        return new WantedChange(kind, "change-" + number, "64a1000000000000%08x".formatted(number));
    }

    public String method() {
        return kind == Kind.TAG ? "PUT" : "POST";
    }

    public String path() {
        return kind == Kind.TAG
                ? "/api/v1/people/" + targetId + "/tags/" + ScriptedLeeloo.TAG
                : "/api/v1/channels/" + targetId + "/messages";
    }

    public String body() {
        return kind == Kind.TAG ? "" : "{\"text\":\"hello " + key + "\"}";
    }
}
