package io.leeloogateway.audit;

import io.leeloogateway.audit.integrity.SealNumberCheck;
import io.leeloogateway.audit.integrity.SealRepository;
import io.leeloogateway.audit.integrity.SealTimeFinder;
import io.leeloogateway.audit.integrity.SegmentReader;
import io.leeloogateway.audit.integrity.UnsealedEventReader;
import io.leeloogateway.audit.integrity.Verification;
import io.leeloogateway.audit.integrity.VerificationFilter;
import io.leeloogateway.audit.integrity.VerificationView;
import io.leeloogateway.audit.integrity.Verifier;
import io.leeloogateway.audit.store.DatabaseClusterRepository;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.secrets.Pepper;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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

/** Verifies the audit log from the command line, without a running gateway: {@code verify-audit [from [to]] [seal=number:hmac]}. */
@Import({
    Pepper.class,
    SlowQueries.class,
    EventHmac.class,
    SealRepository.class,
    SealTimeFinder.class,
    SealNumberCheck.class,
    SegmentReader.class,
    UnsealedEventReader.class,
    DatabaseClusterRepository.class,
    Verification.class,
    Verifier.class
})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public final class AuditVerificationCommand {

    private static final String NAME = "verify-audit";
    private static final int INTACT = 0;
    private static final int CHANGED = 1;
    private static final int INVALID_ARGUMENTS = 2;
    private static final int UNREADABLE = 3;
    private static final String SEAL = "seal=";

    private AuditVerificationCommand() {}

    public static boolean isRequested(String... args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /** Returns the exit code: 0 if the audit log is intact, 1 if it was changed, 2 if the arguments are wrong, 3 if it could not be read. */
    public static int run(PrintStream out, String... args) {
        try {
            return verify(filter(args), out, args);
        } catch (DateTimeParseException | InvalidRequest e) {
            out.println(
                    "usage: " + NAME + " [from [to]] [seal=number:hmac], as 2026-11-23T00:00:00Z: " + e.getMessage());
            return INVALID_ARGUMENTS;
        } catch (RuntimeException e) {
            out.println("NOT VERIFIED: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static VerificationFilter filter(String... args) {
        var arguments =
                Arrays.stream(args).skip(1).filter(arg -> !arg.startsWith("--")).toList();
        var instants = arguments.stream().filter(arg -> !arg.startsWith(SEAL)).toList();
        var seal = arguments.stream().filter(arg -> arg.startsWith(SEAL)).map(arg -> arg.substring(SEAL.length()));
        return new VerificationFilter(
                        instants.isEmpty() ? null : Instant.parse(instants.getFirst()),
                        instants.size() < 2 ? null : Instant.parse(instants.get(1)),
                        seal.findFirst().orElse(null))
                .validated();
    }

    private static int verify(VerificationFilter filter, PrintStream out, String... args) {
        var builder = new SpringApplicationBuilder(AuditVerificationCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF);
        try (var context = builder.run(args)) {
            var view = context.getBean(Verifier.class).verify(filter);
            view.findings().forEach(out::println);
            out.printf(
                    "%s: %d findings, %d seals, %d events, %d dropped, %d not sealed yet, newest %s%n",
                    view.intact() ? "intact" : "CHANGED",
                    view.findingCount(),
                    view.seals(),
                    view.events(),
                    view.dropped(),
                    view.unsealed().events(),
                    newestSeal(view));
            return view.intact() ? INTACT : CHANGED;
        }
    }

    /** Formats the newest seal as an argument of this command. */
    private static String newestSeal(VerificationView view) {
        var seal = view.newestSeal();
        return seal == null ? "none" : "seal=" + seal.number() + ":" + seal.hmac();
    }
}
