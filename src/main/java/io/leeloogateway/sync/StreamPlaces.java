package io.leeloogateway.sync;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Bounds the streams that are open at once: each occupies a connection for minutes and looks for progress twice a second. */
@Component
class StreamPlaces {

    static final int PLACES = 64;
    static final int PLACES_PER_CLIENT = 8;

    private final Map<String, Integer> open = new HashMap<>();

    void with(String clientId, Runnable stream) {
        take(clientId);
        try {
            stream.run();
        } finally {
            release(clientId);
        }
    }

    private synchronized void take(String clientId) {
        var ofClient = open.getOrDefault(clientId, 0);
        if (ofClient == PLACES_PER_CLIENT) {
            throw new TooManyStreams("this client has %d streams open".formatted(ofClient));
        }
        if (open.values().stream().mapToInt(Integer::intValue).sum() == PLACES) {
            throw new TooManyStreams("too many streams are open at the moment");
        }
        open.put(clientId, ofClient + 1);
    }

    private synchronized void release(String clientId) {
        open.computeIfPresent(clientId, (_, ofClient) -> ofClient == 1 ? null : ofClient - 1);
    }
}
