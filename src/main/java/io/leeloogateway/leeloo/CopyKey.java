package io.leeloogateway.leeloo;

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
public record CopyKey(CopyKind kind, String id, String scope) {

    private static final JsonMapper JSON = new JsonMapper();

    static CopyKey of(Query<?> query) {
        return switch (query) {
            case FindPerson(var personId) -> of(CopyKind.PERSON, personId);
            case FindPersonOfChannel(var channelId) ->
                new CopyKey(CopyKind.CHANNEL_PERSON, channelId, scope(CopyKind.CHANNEL_PERSON));
            case FindOrder(var orderId) -> of(CopyKind.ORDER, orderId);
            case ListTags _ -> list(CopyKind.TAGS, query);
            case ListPeople _ -> list(CopyKind.PEOPLE_LIST, query);
            case ListOrders _ -> list(CopyKind.ORDER_LIST, query);
            case ListChannels _ -> list(CopyKind.CHANNEL_LIST, query);
            case ListStatistics _, ListTunnelStatistics _ -> list(CopyKind.STATISTICS, query);
            case ListMessages(var channelId, var _) ->
                new CopyKey(CopyKind.MESSAGES, digest(query), scope(CopyKind.MESSAGES, channelId));
            case ListTemplateCategories _, ListTemplates _, ListConnections _ -> list(CopyKind.REFERENCE, query);
            case ListTunnels _, FindTunnel _, ListUsers _, FindUser _ -> list(CopyKind.REFERENCE, query);
        };
    }

    /** In one word, unlike that of any other copy. */
    public String text() {
        return kind + " " + id;
    }

    /** What is ended when one thing changes. */
    public static String scope(CopyKind kind, String id) {
        return kind + " " + id;
    }

    /** What is ended when anything of a kind changes. */
    public static String scope(CopyKind kind) {
        return kind.name();
    }

    /** The things of a kind that are among what is ended. */
    public static Set<String> ids(CopyKind kind, Set<String> scopes) {
        var beginning = scope(kind, "");
        return scopes.stream()
                .filter(scope -> scope.startsWith(beginning))
                .map(scope -> scope.substring(beginning.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CopyKey of(CopyKind kind, String id) {
        return new CopyKey(kind, id, scope(kind, id));
    }

    private static CopyKey list(CopyKind kind, Query<?> query) {
        return new CopyKey(kind, digest(query), scope(kind));
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
