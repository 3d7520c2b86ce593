package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.TemplateCategory;
import java.util.List;

/** Operation 1: the shelves of templates. */
public record ListTemplateCategories() implements Query<List<TemplateCategory>> {

    @Override
    public Target target() {
        return Target.all("template categories");
    }
}
