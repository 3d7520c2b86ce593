package io.leeloogateway.sandbox;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The sandbox is configured with the token of the real Leeloo. The gateway refuses to start, because everybody knows the demo key,
 * which would then open the real Leeloo.
 */
final class RealTokenConfigured extends IllegalStateException {

    private static final long serialVersionUID = 1;
    private static final String TOKEN = "gateway.leeloo.token";
    private static final String FILE = "gateway.leeloo.token-file";
    private static final String OWN = "gateway.sandbox.token";

    private RealTokenConfigured(String setting) {
        super("profile sandbox simulates Leeloo and does not start while " + setting
                + " is set; unset it or leave the profile");
    }

    /** Accepts every spelling of the settings that Spring accepts, from every source. */
    static void check(Environment environment) {
        var settings = Binder.get(environment);
        Stream.of("LEELOO_TOKEN", "LEELOO_TOKEN_FILE")
                .filter(name -> StringUtils.hasText(environment.getProperty(name)))
                .findFirst()
                .ifPresent(RealTokenConfigured::fail);
        if (StringUtils.hasText(setting(settings, FILE, ""))) {
            fail(FILE);
        }
        var own = setting(settings, OWN, SandboxProperties.TOKEN);
        if (!setting(settings, TOKEN, own).equals(own)) {
            fail(TOKEN);
        }
    }

    private static String setting(Binder settings, String name, String defaultValue) {
        return settings.bind(name, String.class).orElse(defaultValue);
    }

    private static void fail(String setting) {
        throw new RealTokenConfigured(setting);
    }
}
