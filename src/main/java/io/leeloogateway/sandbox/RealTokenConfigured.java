package io.leeloogateway.sandbox;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** A token that is not the sandbox's own, with which the demo key, known to everybody, would open the real Leeloo. */
final class RealTokenConfigured extends IllegalStateException {

    private static final long serialVersionUID = 1;
    private static final String TOKEN = "gateway.leeloo.token";
    private static final String FILE = "gateway.leeloo.token-file";
    private static final String OWN = "gateway.sandbox.token";

    private RealTokenConfigured(String setting) {
        super("profile sandbox plays Leeloo itself and refuses to start while " + setting
                + " is set; unset it or leave the profile");
    }

    /** However it was spelt, and wherever it comes from. */
    static void refuse(Environment environment) {
        var settings = Binder.get(environment);
        Stream.of("LEELOO_TOKEN", "LEELOO_TOKEN_FILE")
                .filter(name -> StringUtils.hasText(environment.getProperty(name)))
                .findFirst()
                .ifPresent(RealTokenConfigured::meet);
        if (StringUtils.hasText(setting(settings, FILE, ""))) {
            meet(FILE);
        }
        var own = setting(settings, OWN, SandboxProperties.TOKEN);
        if (!setting(settings, TOKEN, own).equals(own)) {
            meet(TOKEN);
        }
    }

    private static String setting(Binder settings, String name, String otherwise) {
        return settings.bind(name, String.class).orElse(otherwise);
    }

    private static void meet(String setting) {
        throw new RealTokenConfigured(setting);
    }
}
