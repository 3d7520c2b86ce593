package io.leeloogateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Ports that are known before the server starts: in profile sandbox the gateway calls itself. */
public final class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var server = new ServerSocket(0);
                var management = new ServerSocket(0)) {
            Map<String, Object> ports =
                    Map.of("server.port", server.getLocalPort(), "management.server.port", management.getLocalPort());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free ports", ports));
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free", e);
        }
    }
}
