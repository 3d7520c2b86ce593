package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Template;
import java.util.List;

/** Leeloo endpoint 2: list the templates of a category. */
public record ListTemplates(String categoryId) implements Query<List<Template>> {

    @Override
    public Target target() {
        return Target.of("template category", categoryId);
    }
}
