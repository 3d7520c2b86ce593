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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a copy is a copy of.
 *
 * @param kind what kind of answer it is
 * @param id which of its kind
 * @param scope what ends it when it is changed: one thing, or a whole kind
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
        };
    }

    /** In one word, unlike that of any other copy. */
    public String text() {
        return kind + " " + id;
    }

    /** What is ended when one thing changes. */
    public static String scope(ResourceType kind, String id) {
        return kind + " " + id;
    }

    /** What is ended when anything of a kind changes. */
    public static String scope(ResourceType kind) {
        return kind.name();
    }

    /** The things of a kind that are among what is ended. */
    public static Set<String> ids(ResourceType kind, Set<String> scopes) {
        var beginning = scope(kind, "");
        return scopes.stream()
                .filter(scope -> scope.startsWith(beginning))
                .map(scope -> scope.substring(beginning.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CacheKey of(ResourceType kind, String id) {
        return new CacheKey(kind, id, scope(kind, id));
    }

    private static CacheKey list(ResourceType kind, Query<?> query) {
        return new CacheKey(kind, digest(query), scope(kind));
    }

    /** Queries carry phones and have no bound; their digests do not. As JSON, for a tag's name may hold what divides two. */
    private static String digest(Query<?> query) {
        try {
            var text = query.getClass().getSimpleName() + JSON.writeValueAsString(query);
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
