package io.leeloogateway.access;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.GatewayTest;
import io.leeloogateway.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Another instance of the gateway on the same database; nothing but PostgreSQL connects the two. */
record SecondGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    static SecondGateway start() {
        return new SecondGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new TestDatabase())
                .run(
                        "--spring.profiles.active=sandbox",
                        "--gateway.access.bootstrap-admin-key=" + GatewayTest.BOOTSTRAP_ADMIN_KEY,
                        "--server.port=0",
                        "--management.server.port=0"));
    }

    Callers callers() {
        var address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        return new Callers(RestTestClient.bindToServer().baseUrl(address).build(), GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How often it went to the database. */
    long connectionsUsed() {
        return bean(MeterRegistry.class)
                .get("hikaricp.connections.acquire")
                .timer()
                .count();
    }

    @Override
    public void close() {
        context.close();
    }
}
