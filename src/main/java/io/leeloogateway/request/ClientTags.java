package io.leeloogateway.request;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The tag values of clients in metrics. All clients after the hundredth share one, to bound the number of time series. */
@Component
public class ClientTags {

    private static final int MAX_CLIENTS = 100;
    private static final String OTHERS = "others";

    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    public String of(String clientId) {
        return clients.contains(clientId) || (clients.size() < MAX_CLIENTS && clients.add(clientId))
                ? clientId
                : OTHERS;
    }
}
