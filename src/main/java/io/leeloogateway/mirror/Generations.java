package io.leeloogateway.mirror;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts how often what copies depend on was changed. */
final class Generations {

    private Generations() {}

    /** In the transaction of that connection; in one order everywhere, so that changes cannot lock each other out. */
    static void raise(JdbcClient database, Collection<String> scopes) {
        scopes.stream()
                .sorted()
                .forEach(scope -> database.sql("""
                        insert into mirror_generations (scope, generation) values (:scope, nextval('mirror_generation'))
                        on conflict (scope) do update set generation = nextval('mirror_generation'), raised_at = clock_timestamp()""").param("scope", scope).update());
    }
}
