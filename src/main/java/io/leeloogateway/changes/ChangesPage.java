package io.leeloogateway.changes;

import io.leeloogateway.request.PersonalData;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Changes in the order in which they became visible.
 *
 * @param items the changes after the cursor, oldest first
 * @param nextCursor the {@code cursor} to go on from, also if the page is empty
 */
@Schema(name = "ChangePage")
record ChangesPage(List<ChangeView> items, String nextCursor) implements PersonalData {

    @Override
    public List<String> personIds() {
        return items.stream()
                .filter(change -> change.kind() == ResourceKind.PERSON)
                .map(ChangeView::resourceId)
                .distinct()
                .toList();
    }
}
