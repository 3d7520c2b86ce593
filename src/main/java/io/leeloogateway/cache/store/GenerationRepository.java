package io.leeloogateway.cache.store;

import io.leeloogateway.cache.Invalidation;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises the generations of scopes, so that the entries and the loads of older generations become invalid. */
public final class GenerationRepository {

    private GenerationRepository() {}

    /** Raises them in the transaction of the given connection. All transactions lock scopes in the same order, which prevents deadlocks. */
    public static Invalidation raise(JdbcClient database, Collection<String> scopes) {
        scopes.stream()
                .sorted()
                .forEach(scope -> database.sql("""
                        insert into cache_generations (scope, generation) values (:scope, nextval('cache_generation'))
                        on conflict (scope) do update set generation = nextval('cache_generation'), invalidated_at = clock_timestamp()""").param("scope", scope).update());
        return new Invalidation(database.sql("select pg_current_xact_id()::text")
                .query(String.class)
                .single());
    }
}
