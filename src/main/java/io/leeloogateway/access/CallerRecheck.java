package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;

/** Checks the key of a request again after the request has waited, or while it goes on. */
@Component
public class CallerRecheck {

    private final KeyStates keys;

    CallerRecheck(KeyStates keys) {
        this.keys = keys;
    }

    /** True for callers without a key of ours. */
    public boolean isKeyUsable() {
        return RequestContext.current()
                .caller()
                .map(Caller::keyId)
                .map(keys::isUsable)
                .orElse(true);
    }

    /** Throws the problem of a request without a valid key. */
    public void requireUsableKey() {
        if (!isKeyUsable()) {
            throw new Unauthenticated();
        }
    }
}
