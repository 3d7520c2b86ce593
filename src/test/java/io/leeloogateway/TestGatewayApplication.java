package io.leeloogateway;

import io.leeloogateway.fixtures.TestDatabase;
import org.springframework.boot.SpringApplication;

/** Starts the gateway for development, with an embedded PostgreSQL and a simulated Leeloo. */
final class TestGatewayApplication {

    private TestGatewayApplication() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        var application = new SpringApplication(GatewayApplication.class);
        application.setAdditionalProfiles("sandbox");
        application.addInitializers(context -> TestDatabase.embedded().useIn(context));
        var environment = application.run(args).getEnvironment();

        var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
        var key = environment.getRequiredProperty("gateway.access.demo-key");
        System.out.printf("""

                Leeloo Gateway is up, in front of a simulated Leeloo.

                  Swagger UI  %1$s/swagger-ui.html
                  Demo key    %2$s

                curl -H 'Authorization: Bearer %2$s' '%1$s/api/v1/people?limit=1'
                """, address, key);
    }
}
