package io.leeloogateway.access.client;

import io.leeloogateway.access.Scope;
import io.leeloogateway.request.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A service that is permitted to call the gateway. */
public final class Client {

    /** The columns that {@link #of} reads; no column of {@link ClientKey#COLUMNS} has the name of another value. */
    static final String COLUMNS = """
            client.id as client_id, client.name, client.owner, client.purpose, client.scopes, client.requests_per_minute,
            client.weight, client.networks, client.state, client.created_at as client_created_at""";

    private final String id;
    private final Instant createdAt;
    private String name;
    private String owner;
    private String purpose;
    private String[] scopes;
    private int requestsPerMinute;
    private int weight;
    private String[] networks;
    private String state;

    Client(String id, String name, String owner, String purpose, ClientPermissions permissions, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.name = name;
        this.owner = owner;
        this.purpose = purpose;
        this.scopes = values(permissions.scopes());
        this.requestsPerMinute = permissions.requestsPerMinute();
        this.weight = permissions.weight();
        this.networks = permissions.networks().toStrings();
        this.state = ClientState.ACTIVE.value();
    }

    private Client(ResultSet row) throws SQLException {
        id = row.getString("client_id");
        createdAt = row.getObject("client_created_at", OffsetDateTime.class).toInstant();
        name = row.getString("name");
        owner = row.getString("owner");
        purpose = row.getString("purpose");
        scopes = (String[]) row.getArray("scopes").getArray();
        requestsPerMinute = row.getInt("requests_per_minute");
        weight = row.getInt("weight");
        networks = (String[]) row.getArray("networks").getArray();
        state = row.getString("state");
    }

    static Client of(ResultSet row, int number) throws SQLException {
        return new Client(row);
    }

    void describe(String newName, String newOwner, String newPurpose) {
        name = newName;
        owner = newOwner;
        purpose = newPurpose;
    }

    void grant(Set<Scope> newScopes) {
        scopes = values(newScopes);
    }

    void limitTo(int newRequestsPerMinute) {
        requestsPerMinute = newRequestsPerMinute;
    }

    void weigh(int newWeight) {
        weight = newWeight;
    }

    void allowFrom(IpAllowList newNetworks) {
        networks = newNetworks.toStrings();
    }

    void changeState(ClientState newState) {
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

    /** The values to store. Scopes and a state that this version does not know stay as they are. */
    Map<String, Object> columns() {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "owner",
                owner,
                "purpose",
                purpose,
                "scopes",
                scopes,
                "requestsPerMinute",
                requestsPerMinute,
                "weight",
                weight,
                "networks",
                networks,
                "state",
                state,
                "createdAt",
                Timestamp.from(createdAt));
    }

    private static String[] values(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::value).toArray(String[]::new);
    }
}
