package io.leeloogateway.audit.query;

import io.leeloogateway.access.CallerRecheck;
import io.leeloogateway.audit.capture.AuditedRequest;
import io.leeloogateway.audit.capture.RequestAuditor;
import io.leeloogateway.bulkhead.ClientBulkhead;
import io.leeloogateway.bulkhead.SlowQueries;
import io.leeloogateway.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Streams all entries that match a filter, in pages. The audit event of the export is committed first. */
@Component
class EntryExporter {

    private static final Logger log = LoggerFactory.getLogger(EntryExporter.class);
    private static final int PAGE_SIZE = 200;

    /** An export may take minutes, and reads and formats all the time. */
    private final ClientBulkhead bulkhead = new ClientBulkhead(4, 2);

    private final EntryRepository entries;
    private final SlowQueries slowQueries;
    private final CallerRecheck caller;
    private final RequestAuditor auditor;

    EntryExporter(EntryRepository entries, SlowQueries slowQueries, CallerRecheck caller, RequestAuditor auditor) {
        this.entries = entries;
        this.slowQueries = slowQueries;
        this.caller = caller;
        this.auditor = auditor;
    }

    /** An error before the first byte gives a problem response; a later error cuts the connection. */
    void export(EntryFilter filter, LineFormatter formatter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (var _ = bulkhead.tryAcquire().orElseThrow(TooManyExports::new)) {
            writeAll(filter, formatter, request, response);
        }
    }

    private void writeAll(
            EntryFilter filter, LineFormatter formatter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var firstPage = slowQueries.run(() -> entries.ids(filter, null, PAGE_SIZE));
        auditor.recordNow(request, response, AuditedRequest.elapsed(request));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        try {
            write(filter, formatter, firstPage, response);
        } catch (IOException e) {
            log.debug("the reader of an export hung up", e);
        } catch (RuntimeException | Error e) {
            log.warn("an export was interrupted: {}", e.toString());
            auditor.recordCorrection(request, response, status(e), AuditedRequest.elapsed(request));
            ExportInterrupted.store(request, e);
        }
    }

    /** Of a problem, such as that of a revoked key, or of an error. */
    private static int status(Throwable failure) {
        return failure instanceof ProblemException problem
                ? problem.type().status().value()
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /** A page can hold fewer entries than ids, because a month can be dropped meanwhile. */
    private void write(EntryFilter filter, LineFormatter formatter, List<UUID> firstPage, HttpServletResponse response)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write(formatter.header());
        for (var page = firstPage; !page.isEmpty(); page = idsAfter(page.getLast(), filter)) {
            write(entriesOf(page), formatter, writer);
        }
        writer.flush();
    }

    private List<EntryView> entriesOf(List<UUID> page) {
        return slowQueries.runNext(() -> entries.read(page));
    }

    /** An export may last longer than the key of its caller, and its scope. */
    private List<UUID> idsAfter(UUID last, EntryFilter filter) {
        caller.requireAllowed();
        return slowQueries.runNext(() -> entries.ids(filter, last, PAGE_SIZE));
    }

    private static void write(List<EntryView> entries, LineFormatter formatter, Writer writer) throws IOException {
        for (var entry : entries) {
            writer.write(formatter.line(entry));
        }
    }
}
