package io.leeloogateway.connections;

import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Bounds the connections and the requests of the management port, which needs no key. Imported by the context of that port only. */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementConnections {

    /** Probes, proxies and Prometheus need a few. Of more, new ones take the place of those that send no complete request. */
    static final int MAX_CONNECTIONS = 128;

    private static final int IDLE_PROCESSORS = 16;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedManagementConnections() {
        return factory -> {
            factory.setProtocol(BoundedHttp11Protocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                var http = (AbstractProtocol<?>) connector.getProtocolHandler();
                http.setMaxConnections(MAX_CONNECTIONS);
                http.setAcceptCount(MAX_CONNECTIONS);
                http.setProcessorCache(IDLE_PROCESSORS);
                connector.setProperty("socket.bufferPool", String.valueOf(IDLE_PROCESSORS));
            });
        };
    }

    @Bean
    FilterRegistrationBean<ScrapeLimit> scrapeLimit() {
        return new FilterRegistrationBean<>(new ScrapeLimit());
    }
}
