package io.leeloogateway.console;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Reads the files of the console; its page offers the demo key in profile {@code sandbox}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsoleProperties.class)
class ConsoleConfiguration {

    @Bean
    ConsoleFiles consoleFiles() {
        return ConsoleFiles.load();
    }

    @Bean
    ConsoleFile consolePage(ConsoleFiles files, Environment environment) {
        return ConsolePage.of(files, demoKey(environment));
    }

    private static String demoKey(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("sandbox"))
                ? environment.getProperty("gateway.access.demo-key", "")
                : "";
    }
}
