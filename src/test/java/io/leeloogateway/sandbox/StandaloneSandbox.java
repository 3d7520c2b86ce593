package io.leeloogateway.sandbox;

import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.FormContentFilter;

/** A server with the sandbox and a fake gateway. Not a configuration class, so that component scanning ignores it. */
@Import({TomcatServletWebServerAutoConfiguration.class, SandboxConfiguration.class})
class StandaloneSandbox {

    @Bean
    ManualClock clock() {
        return new ManualClock();
    }

    @Bean
    @Lazy
    SandboxClient sandboxClient(Environment environment) {
        return new SandboxClient(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    /** Spring Boot registers this filter in the whole application; it consumes the body of forms sent with PUT. */
    @Bean
    FormContentFilter formContentFilter() {
        return new FormContentFilter();
    }

    @Bean
    ServletRegistrationBean<FakeGateway> fakeGateway() {
        return new ServletRegistrationBean<>(new FakeGateway(), "/api/*");
    }
}
