package io.leeloogateway.changes;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The route of the changes. */
@RestController
@Tag(name = "Changes")
class ChangesController {

    private final ChangeRepository changes;
    private final ChangeCursor cursors;

    ChangesController(ChangeRepository changes, ChangeCursor cursors) {
        this.changes = changes;
        this.cursors = cursors;
    }

    /**
     * Follow what changes. Returns what the gateway saw change at Leeloo since the cursor, oldest first: whenever it fetched a person or an order, in a
     * synchronization or for a caller. Ask again with {@code nextCursor}, at least once in 30 days; an empty page means that there is nothing new.
     * A change that is being written appears a moment later, and none is skipped. A change has no values: read the
     * resource to get them.
     *
     * @param request the selected changes
     * @return a page of the list
     */
    @GetMapping("/api/v1/changes")
    @Route(action = "changes.list", scope = Route.ANY_KEY)
    ChangesPage listChanges(@ParameterObject @Valid ChangesRequest request) {
        var kinds = request.visibleKinds();
        var after = cursors.verify(request.cursor());
        var found = changes.list(after, kinds, request.pageSize());
        var last = found.isEmpty() ? after : found.getLast().position();
        var items = found.stream().map(ChangeRepository.RecordedChange::view).toList();
        return new ChangesPage(items, cursors.sign(last));
    }
}
