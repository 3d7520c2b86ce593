package io.leeloogateway.audit.query;

import io.leeloogateway.audit.integrity.LatestSeal;
import io.leeloogateway.audit.integrity.SealView;
import io.leeloogateway.audit.integrity.VerificationFilter;
import io.leeloogateway.audit.integrity.VerificationView;
import io.leeloogateway.audit.integrity.Verifier;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists and verifies audit entries. */
@RestController
@Tag(name = "Audit")
@RequestMapping("/api/v1")
class AuditController {

    private final AuditQueries queries;
    private final Verifier verifier;
    private final LatestSeal latestSeal;

    AuditController(AuditQueries queries, Verifier verifier, LatestSeal latestSeal) {
        this.queries = queries;
        this.verifier = verifier;
        this.latestSeal = latestSeal;
    }

    /**
     * List audit entries, newest first. With {@code Accept: application/x-ndjson} or {@code text/csv} the response contains all matching
     * entries, one per line, and {@code limit} and {@code cursor} have no effect; JSON is sent unless another format has a higher quality. A range that ends before it begins is a 400.
     *
     * @param page the requested page
     * @return a page of audit entries
     */
    @GetMapping(path = "/audit-entries", produces = MediaType.APPLICATION_JSON_VALUE)
    @Route(action = "audit.list", scope = "audit:read")
    CursorPage<EntryView> listEntries(
            @ParameterObject @Valid EntryFilter filter, @ParameterObject @Valid CursorPageRequest page) {
        return queries.list(filter.validated(), page);
    }

    /**
     * Get an audit entry.
     *
     * @param entryId the id of the entry
     * @return the entry with its history
     */
    @GetMapping("/audit-entries/{entryId}")
    @Route(action = "audit.find", scope = "audit:read")
    EntryView findEntry(@PathVariable String entryId) {
        return queries.find(entryId);
    }

    /**
     * Verify the audit log against its seals. Finds edited, deleted, inserted and reordered events, and the segment that contains them.
     * Events of the last few seconds are not sealed yet. A million events take about a minute; use the command {@code verify-audit} of the
     * jar for more. A gateway runs one verification at a time; a second one is a 409.
     *
     * @param filter the part of the audit log to verify
     * @return the findings
     */
    @GetMapping("/audit-entries/verification")
    @Route(action = "audit.verify", scope = "audit:read")
    VerificationView verifyEntries(@ParameterObject @Valid VerificationFilter filter) {
        return verifier.verify(filter.validated());
    }

    /**
     * Get the newest seal of the audit log. A seal covers the events since the seal before it; later edits of its events are found by the
     * verification. While there is no seal, it is a 404.
     *
     * @return the newest seal
     */
    @GetMapping("/audit-entries/latest-seal")
    @Route(action = "audit.findSeal", scope = "audit:read")
    SealView findLatestSeal() {
        return latestSeal.find().orElseThrow(() -> new EntryNotFound("the audit log has no seal yet"));
    }

    /**
     * Get the trace of a request: its outcome, the cache entries and calls to Leeloo behind its response, and the rate limit of the
     * client. A request of another client is a 404, except with scope {@code admin}.
     *
     * @param requestId the id from {@code X-Request-Id} or from a problem
     * @return the trace of the request
     */
    @GetMapping("/requests/{requestId}")
    @Route(action = "requests.find", scope = Route.ANY_KEY)
    RequestTraceView findRequest(@PathVariable String requestId) {
        return queries.trace(requestId);
    }
}
