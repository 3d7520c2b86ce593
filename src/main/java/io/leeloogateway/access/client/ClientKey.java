package io.leeloogateway.access.client;

import io.leeloogateway.access.usage.UsageRepository;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored API key: its public id and its hash, never the key. */
@Entity
@Table(name = "client_keys")
public class ClientKey {

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Client client;

    private @Nullable String label;
    private byte[] hash;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    /** Written only by {@link UsageRepository}. */
    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected ClientKey() {}

    ClientKey(String id, Client client, byte[] hash, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.client = client;
        this.hash = hash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    void label(@Nullable String newLabel) {
        label = newLabel;
    }

    @Nullable
    String label() {
        return label;
    }

    void expireAt(Instant moment) {
        expiresAt = moment;
    }

    /** Revokes the key for good; a second call changes nothing. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    public String id() {
        return id;
    }

    public Client client() {
        return client;
    }

    public byte[] hash() {
        return hash.clone();
    }

    Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    @Nullable
    public Instant revokedAt() {
        return revokedAt;
    }

    @Nullable
    Instant lastUsedAt() {
        return lastUsedAt;
    }
}
