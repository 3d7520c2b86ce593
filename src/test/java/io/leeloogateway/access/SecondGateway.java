package io.leeloogateway.access;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.GatewayApplication;
import io.leeloogateway.GatewayTest;
import io.leeloogateway.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Another instance of the gateway on the same database, without the jobs; nothing but PostgreSQL connects the two. */
public record SecondGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Each of the settings is {@code --name=value}. */
    public static SecondGateway start(String... settings) {
        var arguments = Stream.concat(
                Stream.of(
                        "--spring.profiles.active=sandbox",
                        "--gateway.access.bootstrap-admin-key=" + GatewayTest.BOOTSTRAP_ADMIN_KEY,
                        "--db-scheduler.enabled=false",
                        "--server.port=0",
                        "--management.server.port=0"),
                Stream.of(settings));
        return new SecondGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new TestDatabase())
                .run(arguments.toArray(String[]::new)));
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public Callers callers() {
        return new Callers(RestTestClient.bindToServer().baseUrl(address()).build(), GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    public <T> T bean(Class<T> type) {
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
