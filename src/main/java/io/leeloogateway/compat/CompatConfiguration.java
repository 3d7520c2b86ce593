package io.leeloogateway.compat;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the servlet container read multipart forms, which some clients of Leeloo send. Nothing is written to disk. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CompatProperties.class)
class CompatConfiguration {

    private static final int MAX_BYTES = 128 * 1024;

    @Bean
    MultipartConfigElement multipartForms() {
        return new MultipartConfigElement("", MAX_BYTES, MAX_BYTES, MAX_BYTES);
    }
}
