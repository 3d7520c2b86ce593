package io.leeloogateway.access;

import io.leeloogateway.request.WarmUp;
import org.springframework.stereotype.Component;

/** Looks up a key that nobody has. */
@Component
class KeyWarmUp implements WarmUp {

    private final ClientKeys keys;

    KeyWarmUp(ClientKeys keys) {
        this.keys = keys;
    }

    @Override
    public void rehearse() {
        keys.findWithClientById("");
    }
}
