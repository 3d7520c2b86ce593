package io.leeloogateway.connections;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sets the limits of the connections. The module problem sets the protocol. */
@Component
class ConnectionsCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final ConnectionLimits limits;

    ConnectionsCustomizer(Environment settings) {
        this.limits = ConnectionLimits.of(settings);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ClientConnectionValve());
        factory.addConnectorCustomizers(this::bound);
    }

    private void bound(Connector connector) {
        var http = (AbstractProtocol<?>) connector.getProtocolHandler();
        http.setMaxConnections(limits.connections());
        http.setAcceptCount(limits.backlog());
        http.setProcessorCache(limits.idleProcessors());
        connector.setProperty("socket.rxBufSize", String.valueOf(ConnectionLimits.RECEIVE_BUFFER_BYTES));
        connector.setProperty("socket.txBufSize", String.valueOf(ConnectionLimits.SEND_BUFFER_BYTES));
        connector.setProperty("socket.bufferPool", String.valueOf(limits.idleProcessors()));
    }

    /** After Spring Boot's customizers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
