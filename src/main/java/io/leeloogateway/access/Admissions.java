package io.leeloogateway.access;

import io.leeloogateway.request.Slice;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides who may call: makes clients and gives them keys. */
@Service
class Admissions {

    private static final String ID_MARK = "cl_";
    private static final int ID_LENGTH = 12;

    private final Clients clients;
    private final ClientKeys keys;
    private final KeyHasher hasher;
    private final SecureRandom random;
    private final Clock clock;

    Admissions(Clients clients, ClientKeys keys, KeyHasher hasher, SecureRandom random, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.hasher = hasher;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    Client createClient(ClientForm form) {
        var client = form.toClient(ID_MARK + Base62.random(random, ID_LENGTH), now());
        try {
            return clients.saveAndFlush(client);
        } catch (DataIntegrityViolationException e) {
            throw new NameTaken(e);
        }
    }

    Slice<ClientView> listClients(Walk walk) {
        var after = walk.after();
        var rows = clients.findBefore(after.createdAt(), after.id(), walk.rows());
        return walk.slice(rows, client -> new Cursor(client.createdAt(), client.id()), ClientView::of);
    }

    Client findClient(String clientId) {
        return clients.findById(clientId).orElseThrow(ClientNotFound::new);
    }

    @Transactional
    NewKey createKey(String clientId, KeyForm form) {
        var client = findClient(clientId);
        var now = now();
        var expiresAt = form.expiryFrom(now);
        var key = ApiKey.generate(random);
        return new NewKey(key, keys.save(new ClientKey(key.id(), client, hasher.hash(key), now, expiresAt)));
    }

    Slice<KeyView> listKeys(String clientId, Walk walk) {
        findClient(clientId);
        var after = walk.after();
        var rows = keys.findBefore(clientId, after.createdAt(), after.id(), walk.rows());
        return walk.slice(rows, key -> new Cursor(key.createdAt(), key.id()), KeyView::of);
    }

    /** As finely as PostgreSQL keeps it, so that what is answered now is what is read later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
