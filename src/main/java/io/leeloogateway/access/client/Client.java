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

/** A service that is permitted to call the gateway. */
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
    private int weight;
    private String[] networks;
    private String state;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Client() {}

    @SuppressWarnings("NullAway.Init")
    Client(String id, String name, String owner, String purpose, ClientPermissions permissions, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        describe(name, owner, purpose);
        grant(permissions.scopes());
        limitTo(permissions.requestsPerMinute());
        weigh(permissions.weight());
        allowFrom(permissions.networks());
        changeState(ClientState.ACTIVE);
    }

    final void describe(String newName, String newOwner, String newPurpose) {
        name = newName;
        owner = newOwner;
        purpose = newPurpose;
    }

    final void grant(Set<Scope> newScopes) {
        scopes = newScopes.stream().sorted().map(Scope::value).toArray(String[]::new);
    }

    final void limitTo(int newRequestsPerMinute) {
        requestsPerMinute = newRequestsPerMinute;
    }

    final void weigh(int newWeight) {
        weight = newWeight;
    }

    final void allowFrom(IpAllowList newNetworks) {
        networks = newNetworks.toStrings();
    }

    final void changeState(ClientState newState) {
        state = newState.value();
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

    /** Omits scopes that this version does not know. */
    public ClientPermissions permissions() {
        var known =
                Arrays.stream(scopes).map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
        return new ClientPermissions(known, requestsPerMinute, weight, IpAllowList.parse(Arrays.asList(networks)));
    }

    public ClientState state() {
        return ClientState.of(state);
    }

    Instant createdAt() {
        return createdAt;
    }

    public Caller caller(String keyId) {
        return new Caller(id, name, keyId, Set.of(scopes), weight);
    }
}
