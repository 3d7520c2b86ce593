package io.leeloogateway.access.client;

import io.leeloogateway.access.apikey.ApiKey;
import io.leeloogateway.access.apikey.ApiKeyHasher;
import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, lists, changes and revokes the API keys of clients. */
@Service
class ApiKeyService {

    private final ClientService clients;
    private final ClientKeyRepository keys;
    private final ApiKeyHasher hasher;
    private final SecureRandom random;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ApiKeyService(
            ClientService clients,
            ClientKeyRepository keys,
            ApiKeyHasher hasher,
            SecureRandom random,
            Clock clock,
            ApplicationEventPublisher events) {
        this.clients = clients;
        this.keys = keys;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    NewApiKey createKey(String clientId, ApiKeyForm form) {
        var client = clients.findClient(clientId);
        var now = now();
        var expiresAt = form.expiryFrom(now);
        var key = ApiKey.generate(random);
        events.publishEvent(new ClientPermissionsChanged(clientId));
        var stored = new ClientKey(key.id(), client.id(), hasher.hash(key), now, expiresAt);
        stored.label(form.strippedLabel());
        keys.insert(stored);
        return new NewApiKey(key, stored);
    }

    CursorPage<ApiKeyView> listKeys(String clientId, CursorPageRequest page) {
        clients.findClient(clientId);
        var rows = keys.findBefore(clientId, page.after(), page.fetchLimit());
        return page.toPage(rows, key -> new Cursor(key.createdAt(), key.id()), ApiKeyView::of);
    }

    @Transactional
    ClientKey changeKey(String clientId, String keyId, ApiKeyChangeForm form) {
        var key = findForUpdate(clientId, keyId);
        form.applyTo(key, now());
        keys.update(key);
        return key;
    }

    @Transactional
    void revokeKey(String clientId, String keyId) {
        var key = findForUpdate(clientId, keyId);
        key.revoke(now());
        keys.update(key);
    }

    private ClientKey findForUpdate(String clientId, String keyId) {
        var key = keys.findForUpdate(keyId, clientId).orElseThrow(ApiKeyNotFound::new);
        events.publishEvent(new ClientPermissionsChanged(clientId));
        return key;
    }

    /** PostgreSQL stores microseconds; a finer instant would differ when it is read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
