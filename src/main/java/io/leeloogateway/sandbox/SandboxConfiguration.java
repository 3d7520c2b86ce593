package io.leeloogateway.sandbox;

import io.leeloogateway.sandbox.fault.DelayRegistry;
import io.leeloogateway.sandbox.fault.FaultFilter;
import io.leeloogateway.sandbox.fault.FaultQueue;
import io.leeloogateway.sandbox.fault.FaultyResponseWriter;
import io.leeloogateway.sandbox.http.BodyParser;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Wires the pretend Leeloo; nothing of it exists outside profile sandbox. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {

    /** Works before any other bean is made, so that a real token never meets the sandbox. */
    @Bean
    static BeanFactoryPostProcessor sandboxGuard(Environment environment) {
        return _ -> RealTokenConfigured.refuse(environment);
    }

    @Bean
    FaultQueue sandboxFaults() {
        return new FaultQueue();
    }

    @Bean
    DelayRegistry sandboxPauses() {
        return new DelayRegistry();
    }

    /** A closing server waits for its calls, so they must not go on being silent. */
    @Bean
    ApplicationListener<ContextClosedEvent> sandboxClosing(DelayRegistry pauses) {
        return event -> pauses.close();
    }

    @Bean
    ServletRegistrationBean<SandboxServlet> sandboxServlet(
            SandboxProperties properties, FaultQueue faults, DelayRegistry pauses, ObjectProvider<Clock> clocks) {
        var clock = clocks.getIfAvailable(Clock::systemUTC);
        var mapper = mapper();
        var limiter = new SandboxRateLimiter(properties.requestsPerMinute(), clock);
        var stage = new SandboxContext(new SimulatedLeeloo(), faults, limiter, new CallLog(), pauses);
        var bodies = new BodyParser(mapper);
        var delivery = new FaultyResponseWriter(mapper, pauses);
        var wire = new LeelooEndpoint(stage, new TokenCheck(properties.token()), bodies, delivery, clock);
        var controls = new ControlEndpoint(stage, bodies);
        var servlet = new SandboxServlet(wire, controls, delivery);
        var registration = new ServletRegistrationBean<>(servlet, "/sandbox/*");
        registration.setMultipartConfig(new MultipartConfigElement(""));
        return registration;
    }

    @Bean
    FilterRegistrationBean<FaultFilter> sandboxFaultFilter(FaultQueue faults, DelayRegistry pauses) {
        var filter = new FaultFilter(faults, new FaultyResponseWriter(mapper(), pauses));
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/*", "/leeloo/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }
}
