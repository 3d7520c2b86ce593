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

/** Verifies the diary from the command line, without a gateway: {@code verify-audit [from [to]] [seal=number:hmac]}. */
@Import({
    Pepper.class,
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
    private static final int MISUSED = 2;
    private static final int UNREAD = 3;
    private static final String SEAL = "seal=";

    private AuditVerificationCommand() {}

    public static boolean isWanted(String... args) {
        return args.length > 0 && args[0].equals(NAME);
    }

    /** The process' exit code: 0 where the diary is intact, 1 where it was changed, 2 where the arguments are wrong, 3 where it could not be read. */
    public static int run(PrintStream out, String... args) {
        try {
            return verify(filter(args), out, args);
        } catch (DateTimeParseException | InvalidRequest e) {
            out.println(
                    "usage: " + NAME + " [from [to]] [seal=number:hmac], as 2026-11-23T00:00:00Z: " + e.getMessage());
            return MISUSED;
        } catch (RuntimeException e) {
            out.println("NOT VERIFIED: " + e.getMessage());
            return UNREAD;
        }
    }

    private static VerificationFilter filter(String... args) {
        var own =
                Arrays.stream(args).skip(1).filter(arg -> !arg.startsWith("--")).toList();
        var moments = own.stream().filter(arg -> !arg.startsWith(SEAL)).toList();
        var seal = own.stream().filter(arg -> arg.startsWith(SEAL)).map(arg -> arg.substring(SEAL.length()));
        return new VerificationFilter(
                        moments.isEmpty() ? null : Instant.parse(moments.getFirst()),
                        moments.size() < 2 ? null : Instant.parse(moments.get(1)),
                        seal.findFirst().orElse(null))
                .checked();
    }

    private static int verify(VerificationFilter asked, PrintStream out, String... args) {
        var builder = new SpringApplicationBuilder(AuditVerificationCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF);
        try (var context = builder.run(args)) {
            var view = context.getBean(Verifier.class).verify(asked);
            view.findings().forEach(out::println);
            out.printf(
                    "%s: %d findings, %d seals, %d events, %d dropped, %d not sealed yet, newest %s%n",
                    view.intact() ? "intact" : "CHANGED",
                    view.found(),
                    view.seals(),
                    view.events(),
                    view.dropped(),
                    view.unsealed().events(),
                    newest(view));
            return view.intact() ? INTACT : CHANGED;
        }
    }

    /** As the command takes it, for whoever notes it. */
    private static String newest(VerificationView view) {
        var seal = view.newest();
        return seal == null ? "none" : "seal=" + seal.number() + ":" + seal.hmac();
    }
}
