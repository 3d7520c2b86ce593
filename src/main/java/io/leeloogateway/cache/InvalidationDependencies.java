package io.leeloogateway.cache;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The dependencies between the cache entries of a module: which other entries show a changed resource. */
public interface InvalidationDependencies {

    /** The id of the person who owns the channel, as far as the cache knows. */
    Optional<String> findPersonIdByChannel(String channelId);

    /** The id of the person of the order, as far as the cache knows. */
    Optional<String> findPersonIdByOrder(String orderId);

    /** The scopes to invalidate with the changed scopes. They include loads in flight whose response is not known yet. */
    Set<String> dependentScopes(Set<String> changedScopes, JdbcClient database);
}
