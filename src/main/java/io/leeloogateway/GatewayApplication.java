package io.leeloogateway;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Leeloo Gateway. */
@SpringBootApplication
public class GatewayApplication {

    public static void main(String[] args) {
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
