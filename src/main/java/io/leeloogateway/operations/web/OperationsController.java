package io.leeloogateway.operations.web;

import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes to changes and what became of them. */
@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/operations")
class OperationsController {

    private final OperationQueries book;

    OperationsController(OperationQueries book) {
        this.book = book;
    }

    @InitBinder
    void spellOutcomes(WebDataBinder binder) {
        binder.registerCustomEditor(Outcome.class, new OutcomePropertyEditor());
    }

    /**
     * Lists the caller's changes, the newest first; with scope {@code admin} those of all clients. A range that ends before it begins
     * is a 400.
     *
     * @param walk which part of the list
     * @return a part of the list
     */
    @GetMapping
    @Route(action = "operations.list", scope = Route.ANY_KEY)
    CursorPage<OperationView> listOperations(
            @ParameterObject @Valid OperationFilter filter, @ParameterObject @Valid CursorPageRequest walk) {
        return book.list(filter.checked(), walk);
    }

    /**
     * Shows a change and what became of it. Another client's is a 404, except with scope {@code admin}.
     *
     * @param operationId the operation's id, from {@code Operation-Id} or a problem
     * @return the operation, with its history
     */
    @GetMapping("/{operationId}")
    @Route(action = "operations.find", scope = Route.ANY_KEY)
    OperationView findOperation(@PathVariable String operationId) {
        return book.find(operationId);
    }

    /**
     * Settles by hand what is {@code unknown}: somebody looked on Leeloo's pages. Any other operation is a 409. Should the instance
     * that sent it hear Leeloo's answer after all, that answer counts.
     *
     * @param operationId the operation's id
     * @param form what was found out
     * @return the operation as it is now
     */
    @PatchMapping("/{operationId}")
    @Route(action = "operations.settle", scope = "admin")
    OperationView settleOperation(@PathVariable String operationId, @RequestBody @Valid ResolutionForm form) {
        return book.settle(operationId, form);
    }
}
