package io.leeloogateway;

import io.leeloogateway.audit.AuditVerificationCommand;
import io.leeloogateway.lifecycle.CarrierThreads;
import io.leeloogateway.lifecycle.MigrationCommand;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Leeloo Gateway. */
@SpringBootApplication
public class GatewayApplication {

    /** With the argument {@code verify-audit} the process verifies the audit log and exits, with {@code migrate} it migrates the database and exits. */
    public static void main(String[] args) {
        // The driver sends the zone of the JVM to PostgreSQL, which refuses connections with a zone that it does not
        // know.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (AuditVerificationCommand.isRequested(args)) {
            System.exit(AuditVerificationCommand.run(System.out, args));
        }
        if (MigrationCommand.isRequested(args)) {
            System.exit(MigrationCommand.run(args));
        }
        CarrierThreads.configure();
        SpringApplication.run(GatewayApplication.class, args);
    }

    /** The clock of all modules. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The only source of unpredictable random numbers. */
    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
