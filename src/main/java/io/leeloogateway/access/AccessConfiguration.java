package io.leeloogateway.access;

import io.leeloogateway.access.jwt.JwtProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Requires authentication for {@code /api} and permits all requests to other paths. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({AccessProperties.class, JwtProperties.class, CorsProperties.class})
class AccessConfiguration implements WebMvcConfigurer {

    private static final String API = "/api/**";

    private final ScopeInterceptor scopeInterceptor;
    private final HeaderWriter securityHeaders;

    AccessConfiguration(ScopeInterceptor scopeInterceptor, HeaderWriter securityHeaders) {
        this.scopeInterceptor = scopeInterceptor;
        this.securityHeaders = securityHeaders;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(scopeInterceptor)
                .addPathPatterns(API, LeelooPaths.PATTERN)
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(
            HttpSecurity http,
            BearerTokenProvider provider,
            AuthenticationHandler authenticationHandler,
            UnknownCallers unknownCallers,
            CorsProperties cors,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        if (cors.isEnabled()) {
            http.addFilter(cors.filter(resolver));
        }
        return stateless(http.securityMatcher(API, LeelooPaths.PATTERN))
                .addFilterAfter(new CredentialsInUrlFilter(unknownCallers, resolver), CorsFilter.class)
                .addFilterBefore(authenticationFilter(provider, authenticationHandler), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(authenticationHandler))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicFilterChain(HttpSecurity http, UnknownCallers unknownCallers) {
        return stateless(http)
                .addFilterBefore(new UnknownCallersFilter(unknownCallers), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * By default the firewall throws when a header with bytes outside ASCII or a parameter with a control character in its name is read, in the
     * middle of a route. The checks of each header and of the parameters reject them with the name of the field.
     */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(_ -> true);
        firewall.setAllowedParameterNames(_ -> true);
        return firewall;
    }

    /** Observations of Spring Security time each filter twice, and wrap it also when they are switched off by a property. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    private static AuthenticationFilter authenticationFilter(
            BearerTokenProvider provider, AuthenticationHandler authenticationHandler) {
        var filter = new AuthenticationFilter(
                new ProviderManager(provider),
                new DelegatingAuthenticationConverter(new LeelooTokenConverter(), new BearerTokenConverter()));
        filter.setSuccessHandler(authenticationHandler);
        filter.setFailureHandler(authenticationHandler::commence);
        return filter;
    }

    /** No sessions, and only the filters that do something here. */
    private HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(configurer -> configurer.defaultsDisabled().addHeaderWriter(securityHeaders))
                .servletApi(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()));
    }
}
