package io.leeloogateway.lifecycle;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * Migrates the database from the command line and exits: {@code migrate}. So the gateway itself needs no secret of the role that owns the tables.
 */
@Import({WaitingMigrationStrategy.class, MigrationDataSourceConfiguration.class})
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackages = "io.leeloogateway",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = FlywayConfigurationCustomizer.class))
public final class MigrationCommand {

    private static final String NAME = "migrate";

    private MigrationCommand() {}

    public static boolean isRequested(String... args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /** Returns the exit code: 0 if the database is up to date, otherwise 1. */
    public static int run(String... args) {
        var builder = new SpringApplicationBuilder(MigrationCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("gateway.lifecycle.migrate=true");
        try (var context = builder.run(args)) {
            return context.isActive() ? 0 : 1;
        } catch (RuntimeException _) {
            // Spring has reported the failure
            return 1;
        }
    }
}
