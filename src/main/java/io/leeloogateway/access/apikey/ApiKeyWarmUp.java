package io.leeloogateway.access.apikey;

import io.leeloogateway.access.client.ClientKeyRepository;
import io.leeloogateway.request.WarmUp;
import org.springframework.stereotype.Component;

/** Looks up a key that does not exist. */
@Component
class ApiKeyWarmUp implements WarmUp {

    private final ClientKeyRepository keys;

    ApiKeyWarmUp(ClientKeyRepository keys) {
        this.keys = keys;
    }

    @Override
    public void warmUp() {
        keys.findWithClientById("");
    }
}
