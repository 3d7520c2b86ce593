package io.leeloogateway.connections;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sets the limits of the connections that no setting of {@code server.tomcat} sets. The module problem sets the protocol. */
@Component
class ConnectionsCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final Environment settings;
    private final ConnectionLimits limits;

    ConnectionsCustomizer(Environment settings) {
        this.settings = settings;
        this.limits = ConnectionLimits.of(Runtime.getRuntime().maxMemory());
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ClientConnectionValve());
        factory.addConnectorCustomizers(this::bound);
    }

    private void bound(Connector connector) {
        var http = (AbstractProtocol<?>) connector.getProtocolHandler();
        if (isUnset("max-connections")) {
            http.setMaxConnections(limits.connections());
        }
        if (isUnset("accept-count")) {
            http.setAcceptCount(limits.backlog());
        }
        if (isUnset("processor-cache")) {
            http.setProcessorCache(limits.idleProcessors());
        }
        connector.setProperty("socket.txBufSize", String.valueOf(ConnectionLimits.SEND_BUFFER_BYTES));
        connector.setProperty("socket.bufferPool", String.valueOf(limits.idleProcessors()));
    }

    private boolean isUnset(String setting) {
        return !settings.containsProperty("server.tomcat." + setting);
    }

    /** After Spring Boot's customizers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
