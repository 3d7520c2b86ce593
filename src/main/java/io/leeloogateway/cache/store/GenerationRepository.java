package io.leeloogateway.cache.store;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts how often what copies depend on was changed. */
public final class GenerationRepository {

    private GenerationRepository() {}

    /** In the transaction of that connection; in one order everywhere, so that changes cannot lock each other out. */
    public static void raise(JdbcClient database, Collection<String> scopes) {
        scopes.stream()
                .sorted()
                .forEach(scope -> database.sql("""
                        insert into cache_generations (scope, generation) values (:scope, nextval('cache_generation'))
                        on conflict (scope) do update set generation = nextval('cache_generation'), raised_at = clock_timestamp()""").param("scope", scope).update());
    }
}
