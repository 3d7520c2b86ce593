package io.leeloogateway.templates;

import io.leeloogateway.leeloo.model.TemplateCategory;
import org.jspecify.annotations.Nullable;

/**
 * A category of message templates.
 *
 * @param id Leeloo's id of the category
 * @param name name of the category
 */
record TemplateCategoryView(String id, @Nullable String name) {

    static TemplateCategoryView of(TemplateCategory category) {
        return new TemplateCategoryView(category.id(), category.name());
    }
}
