package io.leeloogateway.audit;

import io.leeloogateway.secrets.Pepper;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Verifies the diary from the command line, without a gateway: {@code verify-audit [from [to]]}. */
@Import({Pepper.class, Seals.class, Segments.class, Verifier.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public final class VerifyAudit {

    private static final String NAME = "verify-audit";
    private static final int INTACT = 0;
    private static final int CHANGED = 1;
    private static final int MISUSED = 2;

    private VerifyAudit() {}

    public static boolean isWanted(String... args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /** The process' exit code: 0 where the diary is intact, 1 where it was changed, 2 where the moments are none. */
    public static int run(PrintStream out, String... args) {
        var moments =
                Arrays.stream(args).skip(1).filter(arg -> !arg.startsWith("--")).toList();
        try {
            var from = moments.isEmpty() ? null : Instant.parse(moments.getFirst());
            var to = moments.size() < 2 ? null : Instant.parse(moments.get(1));
            return verify(out, from, to, args);
        } catch (DateTimeParseException e) {
            out.println("usage: " + NAME + " [from [to]], as 2026-11-23T00:00:00Z: " + e.getMessage());
            return MISUSED;
        }
    }

    private static int verify(PrintStream out, @Nullable Instant from, @Nullable Instant to, String... args) {
        var builder = new SpringApplicationBuilder(VerifyAudit.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF);
        try (var context = builder.run(args)) {
            var view = context.getBean(Verifier.class).verify(from, to);
            view.findings().forEach(out::println);
            out.printf(
                    "%s: %d seals, %d events, %d dropped, newest %s%n",
                    view.intact() ? "intact" : "CHANGED", view.seals(), view.events(), view.dropped(), view.newest());
            return view.intact() ? INTACT : CHANGED;
        }
    }
}
