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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Registers the simulated Leeloo, only in profile sandbox. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {

    /** Runs before all other beans, so that nothing uses a real token. */
    @Bean
    static BeanFactoryPostProcessor sandboxGuard(Environment environment) {
        return _ -> RealTokenConfigured.check(environment);
    }

    @Bean
    FaultQueue sandboxFaults() {
        return new FaultQueue();
    }

    @Bean
    DelayRegistry sandboxDelays() {
        return new DelayRegistry();
    }

    /** Ends the delayed responses at shutdown, because the server waits for open calls. */
    @Bean
    ApplicationListener<ContextClosedEvent> sandboxDelaysCloser(DelayRegistry delays) {
        return event -> delays.close();
    }

    @Bean
    ServletRegistrationBean<SandboxServlet> sandboxServlet(
            SandboxProperties properties,
            FaultQueue faults,
            DelayRegistry delays,
            ObjectProvider<Clock> clocks,
            ApplicationEventPublisher events) {
        var clock = clocks.getIfAvailable(Clock::systemUTC);
        var mapper = mapper();
        var limiter = new SandboxRateLimiter(properties.requestsPerMinute(), clock);
        var context = new SandboxContext(new SimulatedLeeloo(), faults, limiter, new CallLog(), delays);
        var bodyParser = new BodyParser(mapper);
        var responseWriter = new FaultyResponseWriter(mapper, delays);
        var leelooEndpoint =
                new LeelooEndpoint(context, new TokenCheck(properties.token()), bodyParser, responseWriter, clock);
        var controlEndpoint = new ControlEndpoint(context, bodyParser, events);
        var servlet = new SandboxServlet(leelooEndpoint, controlEndpoint, responseWriter);
        var registration = new ServletRegistrationBean<>(servlet, "/sandbox/*");
        registration.setMultipartConfig(new MultipartConfigElement(""));
        return registration;
    }

    @Bean
    FilterRegistrationBean<FaultFilter> sandboxFaultFilter(FaultQueue faults, DelayRegistry delays) {
        var filter = new FaultFilter(faults, new FaultyResponseWriter(mapper(), delays));
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
