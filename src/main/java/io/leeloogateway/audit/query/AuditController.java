package io.leeloogateway.audit.query;

import io.leeloogateway.audit.integrity.VerificationFilter;
import io.leeloogateway.audit.integrity.VerificationView;
import io.leeloogateway.audit.integrity.Verifier;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes to the diary. */
@RestController
@Tag(name = "Audit")
@RequestMapping("/api/v1")
class AuditController {

    private final AuditQueries book;
    private final Verifier verifier;

    AuditController(AuditQueries book, Verifier verifier) {
        this.book = book;
        this.verifier = verifier;
    }

    /**
     * Lists who did what, the newest first. With {@code Accept: application/x-ndjson} or {@code text/csv} all that is found is given at
     * once, line by line; {@code limit} and {@code cursor} are of no use then. A range that ends before it begins is a 400.
     *
     * @param walk which part of the list
     * @return a part of the diary
     */
    @GetMapping("/audit-entries")
    @Route(action = "audit.list", scope = "audit:read")
    CursorPage<EntryView> listEntries(
            @ParameterObject @Valid EntryFilter filter, @ParameterObject @Valid CursorPageRequest walk) {
        return book.list(filter.checked(), walk);
    }

    /**
     * Shows what one request did.
     *
     * @param entryId the entry's id
     * @return the entry, with its history
     */
    @GetMapping("/audit-entries/{entryId}")
    @Route(action = "audit.find", scope = "audit:read")
    EntryView findEntry(@PathVariable String entryId) {
        return book.find(entryId);
    }

    /**
     * Reads the diary again and compares it with its seals: finds what was edited, deleted, inserted or reordered, and in which segment.
     * What is younger than a few seconds is not sealed yet. A million events take about a minute; for more there is the command
     * {@code verify-audit} of the jar. A gateway verifies once at a time: another one is a 409 meanwhile.
     *
     * @param filter what is to be verified
     * @return what was found
     */
    @GetMapping("/audit-entries/verification")
    @Route(action = "audit.verify", scope = "audit:read")
    VerificationView verifyEntries(@ParameterObject @Valid VerificationFilter filter) {
        return verifier.verify(filter.checked());
    }

    /**
     * Tells the whole story of a request: what became of it, how its answer was come by, each call to Leeloo with its timing, and what its
     * client's limit said. Another client's is a 404, except with scope {@code admin}.
     *
     * @param requestId its id, from {@code X-Request-Id} or a problem
     * @return the story
     */
    @GetMapping("/requests/{requestId}")
    @Route(action = "requests.find", scope = Route.ANY_KEY)
    RequestTraceView findRequest(@PathVariable String requestId) {
        return book.story(requestId);
    }
}
