package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import io.leeloogateway.request.Caller;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A service of the house that may call the gateway. */
@Entity
@Table(name = "clients")
public class Client {

    @Id
    private String id;

    private String name;
    private String owner;
    private String purpose;
    private String[] scopes;
    private int requestsPerMinute;
    private String[] networks;
    private String state;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    @SuppressWarnings("NullAway.Init")
    Client(String id, String name, String owner, String purpose, ClientPermissions rights, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        describe(name, owner, purpose);
        grant(rights.scopes());
        limitTo(rights.requestsPerMinute());
        admitFrom(rights.networks());
        become(ClientState.ACTIVE);
    }

    final void describe(String newName, String newOwner, String newPurpose) {
        name = newName;
        owner = newOwner;
        purpose = newPurpose;
    }

    final void grant(Set<Scope> newScopes) {
        scopes = newScopes.stream().sorted().map(Scope::word).toArray(String[]::new);
    }

    final void limitTo(int newRequestsPerMinute) {
        requestsPerMinute = newRequestsPerMinute;
    }

    final void admitFrom(IpAllowList newNetworks) {
        networks = newNetworks.texts();
    }

    final void become(ClientState newState) {
        state = newState.word();
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
    public ClientPermissions rights() {
        var known =
                Arrays.stream(scopes).map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
        return new ClientPermissions(known, requestsPerMinute, IpAllowList.parse(Arrays.asList(networks)));
    }

    public ClientState state() {
        return ClientState.of(state);
    }

    Instant createdAt() {
        return createdAt;
    }

    public Caller caller(String keyId) {
        return new Caller(id, name, keyId, Set.of(scopes));
    }
}
