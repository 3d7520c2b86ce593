package io.leeloogateway.audit.query;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports audit entries as NDJSON or CSV. Documented with the list route, which has the same path. */
@Hidden
@RestController
@RequestMapping("/api/v1/audit-entries")
class ExportController {

    private final EntryExporter exporter;

    ExportController(EntryExporter exporter) {
        this.exporter = exporter;
    }

    @GetMapping(produces = ExportFormat.NDJSON)
    @Route(action = "audit.export", scope = "audit:read")
    void exportLines(
            @ParameterObject @Valid EntryFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exporter.export(filter.validated(), new JsonLinesFormatter(), request, prepare(response, ExportFormat.NDJSON));
    }

    @GetMapping(produces = ExportFormat.CSV)
    @Route(action = "audit.export", scope = "audit:read")
    void exportTable(
            @ParameterObject @Valid EntryFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exporter.export(
                filter.validated(),
                new CsvFormatter(),
                request,
                prepare(response, ExportFormat.CSV + ";charset=UTF-8"));
    }

    private static HttpServletResponse prepare(HttpServletResponse response, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response;
    }
}
