package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is kept of a client's key: its public id and a hash, never the key. */
@Entity
@Table(name = "client_keys")
class ClientKey {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Client client;

    private byte[] hash;
    private Instant createdAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected ClientKey() {}

    ClientKey(String id, Client client, byte[] hash, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.client = client;
        this.hash = hash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    String id() {
        return id;
    }

    byte[] hash() {
        return hash.clone();
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isValidAt(Instant moment) {
        return moment.isBefore(expiresAt);
    }

    Caller caller() {
        return client.caller(id);
    }
}
