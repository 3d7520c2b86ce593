package io.leeloogateway.lifecycle;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Names the missing variable where Spring Boot would recommend an embedded database. */
final class DatabaseUrlCheck {

    private DatabaseUrlCheck() {}

    static void check(Environment environment) {
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            throw new InvalidConfiguration("SPRING_DATASOURCE_URL is not set", """
                    The gateway keeps its data in PostgreSQL 18 or newer. Set SPRING_DATASOURCE_URL to something like \
                    jdbc:postgresql://postgres:5432/gateway, and SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to its role. To try \
                    the gateway without a database of your own, use the sandbox image, which contains one: \
                    docker build --target sandbox -t leeloo-gateway-sandbox .""");
        }
    }
}
