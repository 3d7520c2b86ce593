package io.leeloogateway.cache.store;

import io.leeloogateway.cache.Invalidation;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises the generations of scopes, so that the entries and the loads of older generations become invalid. */
public final class GenerationRepository {

    private GenerationRepository() {}

    /**
     * Raises them in the transaction of the given connection. All transactions lock scopes in the same order, which prevents deadlocks, and hold
     * them until they commit, so this is one statement.
     */
    public static Invalidation raise(JdbcClient database, Set<String> scopes) {
        var transactionId = database.sql("""
                        with raised as (
                            insert into cache_generations (scope, generation)
                            select scope, nextval('cache_generation')
                            from (select scope from unnest(:scopes) with ordinality as given (scope, position) order by position) as sorted
                            on conflict (scope) do update set generation = nextval('cache_generation'), invalidated_at = clock_timestamp())
                        select pg_current_xact_id()::text""")
                .param("scopes", scopes.stream().sorted().toArray(String[]::new))
                .query(String.class)
                .single();
        return new Invalidation(transactionId, scopes);
    }
}
