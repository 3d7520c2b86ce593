package io.leeloogateway.lifecycle;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends the start if the schema holds objects of another application: Flyway would stop in the middle, or baseline over them. */
final class SchemaCheck {

    /** One statement, because another instance may migrate at the same time: Flyway creates its history first. Objects of extensions do not count. */
    private static final String FOREIGN_OBJECTS = """
            select relname from pg_class
            where to_regclass('flyway_schema_history') is null and relnamespace = current_schema::regnamespace
                and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                and not exists (select 1 from pg_depend where objid = pg_class.oid and deptype = 'e')
            order by relname limit 3""";

    private SchemaCheck() {}

    static void check(DataSource owner) {
        var others = JdbcClient.create(owner)
                .sql(FOREIGN_OBJECTS)
                .query(String.class)
                .list();
        if (!others.isEmpty()) {
            throw new InvalidConfiguration(
                    "the database is not empty and has no migration history; it contains " + String.join(", ", others),
                    "Give the gateway a database of its own, or an empty schema with currentSchema in SPRING_DATASOURCE_URL.");
        }
    }
}
