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

/** The diary in the formats of those who evaluate it; documented with the list that it gives whole. */
@Hidden
@RestController
@RequestMapping("/api/v1/audit-entries")
class ExportController {

    private final EntryExporter exports;

    ExportController(EntryExporter exports) {
        this.exports = exports;
    }

    @GetMapping(produces = ExportFormat.NDJSON)
    @Route(action = "audit.export", scope = "audit:read")
    void exportLines(
            @ParameterObject @Valid EntryFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exports.write(filter.checked(), new JsonLinesFormatter(), request, answer(response, ExportFormat.NDJSON));
    }

    @GetMapping(produces = ExportFormat.CSV)
    @Route(action = "audit.export", scope = "audit:read")
    void exportTable(
            @ParameterObject @Valid EntryFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        exports.write(
                filter.checked(), new CsvFormatter(), request, answer(response, ExportFormat.CSV + ";charset=UTF-8"));
    }

    private static HttpServletResponse answer(HttpServletResponse response, String type) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response;
    }
}
