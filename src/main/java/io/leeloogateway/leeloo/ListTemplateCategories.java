package io.leeloogateway.leeloo;

import java.util.List;

/** Operation 1: the shelves of templates. */
public record ListTemplateCategories() implements Query<List<TemplateCategory>> {

    @Override
    public Target target() {
        return Target.all("template categories");
    }
}
