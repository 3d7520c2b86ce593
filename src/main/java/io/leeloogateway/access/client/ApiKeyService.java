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
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives clients keys, moves their end, and takes them away. */
@Service
class ApiKeyService {

    private final ClientService admissions;
    private final ClientKeyRepository keys;
    private final ApiKeyHasher hasher;
    private final SecureRandom random;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ApiKeyService(
            ClientService admissions,
            ClientKeyRepository keys,
            ApiKeyHasher hasher,
            SecureRandom random,
            Clock clock,
            ApplicationEventPublisher events) {
        this.admissions = admissions;
        this.keys = keys;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    NewApiKey createKey(String clientId, ApiKeyForm form) {
        var client = admissions.findClient(clientId);
        var now = now();
        var expiresAt = form.expiryFrom(now);
        var key = ApiKey.generate(random);
        events.publishEvent(new ClientPermissionsChanged(clientId));
        return new NewApiKey(key, keys.save(new ClientKey(key.id(), client, hasher.hash(key), now, expiresAt)));
    }

    CursorPage<ApiKeyView> listKeys(String clientId, CursorPageRequest walk) {
        admissions.findClient(clientId);
        var after = walk.after();
        var rows = keys.findBefore(clientId, after.createdAt(), after.id(), Limit.of(walk.fetchLimit()));
        return walk.toPage(rows, key -> new Cursor(key.createdAt(), key.id()), ApiKeyView::of);
    }

    @Transactional
    ClientKey changeKey(String clientId, String keyId, ApiKeyChangeForm form) {
        var key = findToChange(clientId, keyId);
        key.expireAt(form.expiryFrom(now()));
        return key;
    }

    @Transactional
    void revokeKey(String clientId, String keyId) {
        findToChange(clientId, keyId).revoke(now());
    }

    private ClientKey findToChange(String clientId, String keyId) {
        var key = keys.findToChangeByIdAndClientId(keyId, clientId).orElseThrow(ApiKeyNotFound::new);
        events.publishEvent(new ClientPermissionsChanged(clientId));
        return key;
    }

    /** As finely as PostgreSQL keeps it, so that what is answered now is what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
