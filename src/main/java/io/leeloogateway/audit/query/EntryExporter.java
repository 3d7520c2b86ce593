package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditedRequest;
import io.leeloogateway.audit.capture.RequestAuditor;
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

/** Gives all that a filter means, a part at a time; that somebody took it is committed first. */
@Component
class EntryExporter {

    private static final Logger log = LoggerFactory.getLogger(EntryExporter.class);
    private static final int PART = 500;

    private final EntryRepository entries;
    private final RequestAuditor registrar;

    EntryExporter(EntryRepository entries, RequestAuditor registrar) {
        this.entries = entries;
        this.registrar = registrar;
    }

    /** What goes wrong before the first byte is answered like everywhere, what goes wrong later cuts the connection. */
    void write(EntryFilter filter, LineFormatter lines, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var first = entries.ids(filter, null, PART);
        registrar.enterNow(request, response, AuditedRequest.took(request));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        try {
            write(filter, lines, first, response);
        } catch (IOException | RuntimeException | Error e) {
            log.warn("an export broke off: {}", e.toString());
            registrar.correct(
                    request, response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, AuditedRequest.took(request));
            ExportInterrupted.note(request, e);
        }
    }

    /** A part of entries may show fewer than it has ids: a month may be dropped meanwhile. */
    private void write(EntryFilter filter, LineFormatter lines, List<UUID> first, HttpServletResponse response)
            throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write(lines.head());
        for (var part = first; !part.isEmpty(); part = entries.ids(filter, part.getLast(), PART)) {
            write(entries.read(part), lines, writer);
        }
        writer.flush();
    }

    private static void write(List<EntryView> entries, LineFormatter lines, Writer writer) throws IOException {
        for (var entry : entries) {
            writer.write(lines.line(entry));
        }
    }
}
