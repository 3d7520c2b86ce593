package io.leeloogateway.cache;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a room knows of its copies: which others show what changes. */
public interface InvalidationDependencies {

    /** Whose channel it is, as far as copies know. */
    Optional<String> findPersonIdByChannel(String channelId);

    /** The scopes that end with these, also of loads that are under way: whom they will tell of, nobody knows yet. */
    Set<String> dependentScopes(Set<String> touched, JdbcClient database);
}
