package io.leeloogateway.lifecycle;

import io.leeloogateway.fixtures.PostgresProcess;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The database of the release before V008, with the rows that this release recorded and the checksums of its migrations. */
final class PreviousReleaseDatabase {

    /** What the release before hashed its keys with. */
    static final String PEPPER = "of-no-worth-pepper-of-the-release-before";

    static final String KEY = "lgw_5INqZ64n7hOV_CHzguFP3sxEMNrI6tKE5bjE8dxYzecLEgrgKjBGKHQ70YHxrg";
    static final String REVOKED_KEY = "lgw_Dp32LKx9A30b_Zpe9MKF4wDeFjCz1tD64cYUNkr4LBj5og9xiR87IAjI14dtx2";
    static final int EVENTS = 43;

    /** The comments of these migrations were reworded since, so their files have other checksums today. */
    private static final Map<String, Integer> CHECKSUMS = Map.of(
            "001", -941662457,
            "002", 10485788,
            "003", 950324334,
            "004", -336524145,
            "005", -1004874903,
            "006", -1919344791,
            "007", -147349454);

    private PreviousReleaseDatabase() {}

    static void createIn(PostgresProcess postgres) {
        var source = postgres.dataSource();
        Flyway.configure()
                .dataSource(source)
                .target("007")
                .placeholders(Map.of("runningRole", "", "auditRetentionMonths", "13"))
                .load()
                .migrate();
        CHECKSUMS.forEach((version, checksum) -> postgres.database()
                .sql("update flyway_schema_history set checksum = :checksum where version = :version")
                .param("checksum", checksum)
                .param("version", version)
                .update());
        new ResourceDatabasePopulator(new ClassPathResource("db/previous-release.sql")).execute(source);
    }
}
