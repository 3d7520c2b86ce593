package io.leeloogateway.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives all that a filter means, a part at a time; that somebody took it is committed first. */
@Component
class Exports {

    private static final int PART = 500;

    private final Entries entries;
    private final Registrar registrar;

    Exports(Entries entries, Registrar registrar) {
        this.entries = entries;
        this.registrar = registrar;
    }

    void write(EntryFilter filter, Lines lines, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var part = entries.find(filter, null, PART);
        registrar.enterNow(request, response);
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write(lines.head());
        while (!part.isEmpty()) {
            for (var entry : part) {
                writer.write(lines.line(entry));
            }
            part = part.size() < PART ? List.of() : entries.find(filter, last(part), PART);
        }
        writer.flush();
    }

    private static @Nullable UUID last(List<EntryView> part) {
        return part.getLast().id();
    }
}
