package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.FixedWindowCounter;
import io.leeloogateway.connections.ClientConnection;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.SandboxReset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No rate limit bounds requests without a known caller, so those of a network that sends very many are served slowly. */
@Component
class UnknownCallers {

    private final FixedWindowCounter requests;

    @Autowired
    UnknownCallers(AccessProperties properties) {
        this(properties.unknownCallerRequestsPerMinute());
    }

    UnknownCallers(int requestsPerMinute) {
        requests = new FixedWindowCounter(requestsPerMinute);
    }

    @EventListener
    void clear(SandboxReset event) {
        requests.clear();
    }

    void pauseIfTooMany(HttpServletRequest request, HttpServletResponse response) {
        if (!tryCount(IpAddress.of(request))) {
            ClientConnection.pauseIfDirect(request, response);
        }
    }

    void pauseIfUsedUp(HttpServletRequest request, HttpServletResponse response) {
        if (requests.isUsedUp(IpAddress.of(request).network())) {
            ClientConnection.pauseIfDirect(request, response);
        }
    }

    void count(HttpServletRequest request) {
        tryCount(IpAddress.of(request));
    }

    /** Returns false if the network has sent too many in this minute. */
    boolean tryCount(IpAddress address) {
        return requests.tryAcquire(address.network());
    }
}
