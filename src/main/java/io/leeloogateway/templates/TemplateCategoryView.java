package io.leeloogateway.templates;

import io.leeloogateway.leeloo.model.TemplateCategory;
import org.jspecify.annotations.Nullable;

/**
 * A shelf of templates.
 *
 * @param id Leeloo's id of the category
 * @param name its name
 */
record TemplateCategoryView(String id, @Nullable String name) {

    static TemplateCategoryView of(TemplateCategory category) {
        return new TemplateCategoryView(category.id(), category.name());
    }
}
