package io.leeloogateway.problem;

import io.leeloogateway.problem.input.StrictRequestInterceptor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the strict reading of requests behind access, in front of every route, and our voice into the container. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration implements WebMvcConfigurer {

    private final StrictRequestInterceptor strictRequests;

    ProblemConfiguration(StrictRequestInterceptor strictRequests) {
        this.strictRequests = strictRequests;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(strictRequests).addPathPatterns("/api/**").order(Ordered.LOWEST_PRECEDENCE);
    }

    /** springdoc brings a library for YAML along, and with it a reader of bodies that knows nothing of our strictness. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(list -> list.removeIf(ProblemConfiguration::isForeign));
    }

    private static boolean isForeign(HttpMessageConverter<?> converter) {
        var types = converter.getSupportedMediaTypes();
        return types.stream().anyMatch(type -> type.getSubtype().matches("(x-)?yaml|cbor|xml|x-jackson-smile"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerFailures(JsonMapper json, HeaderWriter headers) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemErrorReportValve(json, headers)));
    }
}
