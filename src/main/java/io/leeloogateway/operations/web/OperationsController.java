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

/** The routes of operations. */
@RestController
@Tag(name = "Operations")
@RequestMapping("/api/v1/operations")
class OperationsController {

    private final OperationQueries operations;

    OperationsController(OperationQueries operations) {
        this.operations = operations;
    }

    @InitBinder
    void registerOutcomeEditor(WebDataBinder binder) {
        binder.registerCustomEditor(Outcome.class, new OutcomePropertyEditor());
    }

    /**
     * List operations. Returns the client's changes, newest first unless {@code sort} says otherwise; with scope {@code admin} the changes of all clients. A {@code to} before
     * {@code from} is a 400.
     *
     * @param page the page of the list
     * @return a page of the list
     */
    @GetMapping
    @Route(action = "operations.list", scope = Route.ANY_KEY)
    CursorPage<OperationView> listOperations(
            @ParameterObject @Valid OperationFilter filter, @ParameterObject @Valid CursorPageRequest page) {
        return operations.list(filter.checked(), page);
    }

    /**
     * Get an operation. Returns a change, its outcome and its history. Another client's operation is a 404, except with scope {@code admin}.
     *
     * @param operationId the id of the operation, from {@code Operation-Id} or a problem
     * @return the operation
     */
    @GetMapping("/{operationId}")
    @Route(action = "operations.find", scope = Route.ANY_KEY)
    OperationView findOperation(@PathVariable String operationId) {
        return operations.find(operationId);
    }

    /**
     * Resolve an unknown operation by hand. Records an outcome that a person found on Leeloo's pages. An operation that is not {@code unknown} is a 409. A late response from
     * Leeloo overrides the resolution; so resolve as {@code not_applied} no earlier than a minute after the send, when none can arrive any more. Evidence is not stored if the personal data of the person was erased.
     *
     * @param operationId the id of the operation
     * @param form the resolution
     * @return the operation after the resolution
     */
    @PatchMapping("/{operationId}")
    @Route(action = "operations.resolve", scope = "admin")
    OperationView resolveOperation(@PathVariable String operationId, @RequestBody @Valid ResolutionForm form) {
        return operations.resolve(operationId, form);
    }
}
