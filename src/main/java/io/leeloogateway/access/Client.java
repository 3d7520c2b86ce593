package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A service of the house that may call the gateway. */
@Entity
@Table(name = "clients")
class Client {

    @Id
    private String id;

    private String name;
    private String owner;
    private String purpose;
    private String[] scopes;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    Client(String id, String name, String owner, String purpose, Set<Scope> scopes, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.purpose = purpose;
        this.scopes = scopes.stream().sorted().map(Scope::word).toArray(String[]::new);
        this.createdAt = createdAt;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String owner() {
        return owner;
    }

    String purpose() {
        return purpose;
    }

    /** A scope that this version does not know opens nothing and is left out. */
    List<Scope> scopes() {
        return List.of(scopes).stream().map(Scope::of).flatMap(Optional::stream).toList();
    }

    Instant createdAt() {
        return createdAt;
    }

    Caller caller(String keyId) {
        return new Caller(id, name, keyId, Set.of(scopes));
    }
}
