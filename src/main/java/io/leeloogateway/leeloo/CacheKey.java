package io.leeloogateway.leeloo;

import io.leeloogateway.leeloo.query.FindOrder;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.leeloo.query.FindPersonOfChannel;
import io.leeloogateway.leeloo.query.FindTunnel;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListChannels;
import io.leeloogateway.leeloo.query.ListConnections;
import io.leeloogateway.leeloo.query.ListMessages;
import io.leeloogateway.leeloo.query.ListOrders;
import io.leeloogateway.leeloo.query.ListPeople;
import io.leeloogateway.leeloo.query.ListStatistics;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.leeloo.query.ListTunnelStatistics;
import io.leeloogateway.leeloo.query.ListTunnels;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.query.VerbatimQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The key of a query's cache entry.
 *
 * @param kind the resource type of the response
 * @param id the id of the resource, or a digest of the query
 * @param scope the invalidation scope of the entry: one resource, or all entries of a type
 */
public record CacheKey(ResourceType kind, String id, String scope) {

    private static final JsonMapper JSON = new JsonMapper();

    public static CacheKey of(Query<?> query) {
        return switch (query) {
            case FindPerson(var personId) -> of(ResourceType.PERSON, personId);
            case FindPersonOfChannel(var channelId) ->
                new CacheKey(ResourceType.CHANNEL_PERSON, channelId, scope(ResourceType.CHANNEL_PERSON));
            case FindOrder(var orderId) -> of(ResourceType.ORDER, orderId);
            case ListTags _ -> list(ResourceType.TAGS, query);
            case ListPeople _ -> list(ResourceType.PEOPLE_LIST, query);
            case ListOrders _ -> list(ResourceType.ORDER_LIST, query);
            case ListChannels _ -> list(ResourceType.CHANNEL_LIST, query);
            case ListStatistics _, ListTunnelStatistics _ -> list(ResourceType.STATISTICS, query);
            case ListMessages(var channelId, var _) ->
                new CacheKey(ResourceType.MESSAGES, digest(query), scope(ResourceType.MESSAGES, channelId));
            case ListTemplateCategories _, ListTemplates _, ListConnections _ -> list(ResourceType.REFERENCE, query);
            case ListTunnels _, FindTunnel _, ListUsers _, FindUser _ -> list(ResourceType.REFERENCE, query);
            case VerbatimQuery<?> verbatim -> verbatim(verbatim);
        };
    }

    /** This key as one unique text. */
    public String text() {
        return kind + " " + id;
    }

    /** The invalidation scope of one resource. */
    public static String scope(ResourceType kind, String id) {
        return kind + " " + id;
    }

    /** The invalidation scope of all entries of a type. */
    public static String scope(ResourceType kind) {
        return kind.name();
    }

    /** The ids of the resources of a type that are among the scopes. */
    public static Set<String> ids(ResourceType kind, Set<String> scopes) {
        var prefix = scope(kind, "");
        return scopes.stream()
                .filter(scope -> scope.startsWith(prefix))
                .map(scope -> scope.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CacheKey of(ResourceType kind, String id) {
        return new CacheKey(kind, id, scope(kind, id));
    }

    private static CacheKey list(ResourceType kind, Query<?> query) {
        return new CacheKey(kind, digest(query), scope(kind));
    }

    /**
     * An entry of its own, invalidated with the entry of the plain query. The tables of people and orders only have plain entries. The id of a
     * person's entry begins with the person's, which a change of an order of that person invalidates while the entry is loaded.
     */
    private static CacheKey verbatim(VerbatimQuery<?> query) {
        var plain = query.plain().cacheKey();
        var kind =
                switch (plain.kind()) {
                    case PERSON -> ResourceType.CHANNEL_PERSON;
                    case ORDER -> ResourceType.ORDER_LIST;
                    default -> plain.kind();
                };
        var id = plain.kind() == ResourceType.PERSON ? plain.id() + "." + digest(query) : digest(query);
        return new CacheKey(kind, id, plain.scope());
    }

    /** A digest hides the phones in a query and bounds its length. JSON keeps queries apart whose tag names contain separators. */
    private static String digest(Query<?> query) {
        try {
            var text = query.plain().getClass().getSimpleName() + JSON.writeValueAsString(query);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
