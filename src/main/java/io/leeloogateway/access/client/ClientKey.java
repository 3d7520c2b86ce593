package io.leeloogateway.access.client;

import io.leeloogateway.access.usage.UsageRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A stored API key: its public id and its hash, never the key. */
public final class ClientKey {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS = """
            key.id as key_id, key.client_id, key.label, key.hash, key.created_at as key_created_at, key.expires_at,
            key.revoked_at, key.last_used_at""";

    private final String id;
    private final String clientId;
    private final byte[] hash;
    private final Instant createdAt;
    private @Nullable String label;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    /** Written only by {@link UsageRepository}. */
    private final @Nullable Instant lastUsedAt;

    ClientKey(String id, String clientId, byte[] hash, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.clientId = clientId;
        this.hash = hash.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.lastUsedAt = null;
    }

    private ClientKey(ResultSet row) throws SQLException {
        id = row.getString("key_id");
        clientId = row.getString("client_id");
        hash = row.getBytes("hash");
        createdAt = row.getObject("key_created_at", OffsetDateTime.class).toInstant();
        label = row.getString("label");
        expiresAt = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        revokedAt = instant(row.getObject("revoked_at", OffsetDateTime.class));
        lastUsedAt = instant(row.getObject("last_used_at", OffsetDateTime.class));
    }

    static ClientKey of(ResultSet row, int number) throws SQLException {
        return new ClientKey(row);
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

    String clientId() {
        return clientId;
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

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
