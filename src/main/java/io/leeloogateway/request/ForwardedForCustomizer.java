package io.leeloogateway.request;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Registers the valve for {@code X-Forwarded-For} before the {@code RemoteIpValve} that Spring Boot registers. */
@Component
class ForwardedForCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private final String header;

    ForwardedForCustomizer(@Value("${server.tomcat.remoteip.remote-ip-header:X-Forwarded-For}") String header) {
        this.header = header;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ForwardedForValve(header));
    }

    /** Spring Boot's customizer has the order 0. */
    @Override
    public int getOrder() {
        return -1;
    }
}
