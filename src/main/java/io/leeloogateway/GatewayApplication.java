package io.leeloogateway;

import io.leeloogateway.audit.AuditVerificationCommand;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Leeloo Gateway. */
@SpringBootApplication
public class GatewayApplication {

    /** With {@code verify-audit} it verifies the diary instead, and ends. */
    public static void main(String[] args) {
        if (AuditVerificationCommand.isRequested(args)) {
            System.exit(AuditVerificationCommand.run(System.out, args));
        }
        SpringApplication.run(GatewayApplication.class, args);
    }

    /** What time it is, for every room. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where all randomness comes from that must not be guessed. */
    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
