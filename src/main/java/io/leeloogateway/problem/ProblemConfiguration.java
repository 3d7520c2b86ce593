package io.leeloogateway.problem;

import io.leeloogateway.problem.connection.PersistentConnectionProtocol;
import io.leeloogateway.problem.input.BodyProperties;
import io.leeloogateway.problem.input.FormatSelection;
import io.leeloogateway.problem.input.ParameterRecordResolver;
import io.leeloogateway.problem.input.StrictRequestInterceptor;
import io.leeloogateway.problem.input.VerbatimRequestInterceptor;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Registers the strict request checks after authentication and the error responses of the servlet container. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyProperties.class)
class ProblemConfiguration implements WebMvcConfigurer {

    private final StrictRequestInterceptor strictRequests;
    private final VerbatimRequestInterceptor verbatimRequests;
    private final ParameterRecordResolver parameterRecords;

    ProblemConfiguration(
            StrictRequestInterceptor strictRequests,
            VerbatimRequestInterceptor verbatimRequests,
            ParameterRecordResolver parameterRecords) {
        this.strictRequests = strictRequests;
        this.verbatimRequests = verbatimRequests;
        this.parameterRecords = parameterRecords;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(parameterRecords);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(strictRequests).addPathPatterns("/api/**").order(Ordered.LOWEST_PRECEDENCE - 1);
        registry.addInterceptor(verbatimRequests).addPathPatterns("/leeloo/**").order(Ordered.LOWEST_PRECEDENCE - 1);
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new FormatSelection()));
    }

    /** springdoc adds a YAML library, and Spring then registers a body converter without the strict checks. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(list -> list.removeIf(ProblemConfiguration::isNotJson));
    }

    private static boolean isNotJson(HttpMessageConverter<?> converter) {
        var types = converter.getSupportedMediaTypes();
        return types.stream().anyMatch(type -> type.getSubtype().matches("(x-)?yaml|cbor|xml|x-jackson-smile"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> errorReportValve(
            JsonMapper json, HeaderWriter headers, List<ProblemFormat> formats) {
        return factory -> factory.addContextCustomizers(context ->
                context.getParent().getPipeline().addValve(new ProblemErrorReportValve(json, headers, formats)));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> persistentConnections() {
        return factory -> factory.setProtocol(PersistentConnectionProtocol.class.getName());
    }
}
