package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.TemplateCategory;
import java.util.List;

/** Leeloo endpoint 1: list the template categories. */
public record ListTemplateCategories() implements Query<List<TemplateCategory>> {

    @Override
    public Target target() {
        return Target.all("template categories");
    }
}
