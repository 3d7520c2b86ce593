package io.leeloogateway.access;

import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.Slice;
import io.leeloogateway.request.Walk;
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
class Keys {

    private final Admissions admissions;
    private final ClientKeys keys;
    private final KeyHasher hasher;
    private final SecureRandom random;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Keys(
            Admissions admissions,
            ClientKeys keys,
            KeyHasher hasher,
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
    NewKey createKey(String clientId, KeyForm form) {
        var client = admissions.findClient(clientId);
        var now = now();
        var expiresAt = form.expiryFrom(now);
        var key = ApiKey.generate(random);
        events.publishEvent(new RightsChanged(clientId));
        return new NewKey(key, keys.save(new ClientKey(key.id(), client, hasher.hash(key), now, expiresAt)));
    }

    Slice<KeyView> listKeys(String clientId, Walk walk) {
        admissions.findClient(clientId);
        var after = walk.after();
        var rows = keys.findBefore(clientId, after.createdAt(), after.id(), Limit.of(walk.rows()));
        return walk.slice(rows, key -> new Cursor(key.createdAt(), key.id()), KeyView::of);
    }

    @Transactional
    ClientKey changeKey(String clientId, String keyId, KeyChangeForm form) {
        var key = findToChange(clientId, keyId);
        key.expireAt(form.expiryFrom(now()));
        return key;
    }

    @Transactional
    void revokeKey(String clientId, String keyId) {
        findToChange(clientId, keyId).revoke(now());
    }

    private ClientKey findToChange(String clientId, String keyId) {
        var key = keys.findToChangeByIdAndClientId(keyId, clientId).orElseThrow(KeyNotFound::new);
        events.publishEvent(new RightsChanged(clientId));
        return key;
    }

    /** As finely as PostgreSQL keeps it, so that what is answered now is what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
