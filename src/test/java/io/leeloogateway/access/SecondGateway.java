package io.leeloogateway.access;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.GatewayApplication;
import io.leeloogateway.GatewayTest;
import io.leeloogateway.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Another instance of the gateway on the same database, without the jobs; nothing but PostgreSQL connects the two. */
record SecondGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    static SecondGateway start() {
        return new SecondGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new TestDatabase())
                .run(
                        "--spring.profiles.active=sandbox",
                        "--gateway.access.bootstrap-admin-key=" + GatewayTest.BOOTSTRAP_ADMIN_KEY,
                        "--db-scheduler.enabled=false",
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

    /** How often its calls went to the database; the ledger has a pool of its own, in which its heart beats. */
    long connectionsUsed() {
        return bean(MeterRegistry.class)
                .get("hikaricp.connections.acquire")
                .tag("pool", bean(HikariDataSource.class).getPoolName())
                .timer()
                .count();
    }

    @Override
    public void close() {
        context.close();
    }
}
