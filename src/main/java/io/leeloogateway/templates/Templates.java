package io.leeloogateway.templates;

import io.leeloogateway.leeloo.ListTemplateCategories;
import io.leeloogateway.leeloo.ListTemplates;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.request.Items;
import org.springframework.stereotype.Service;

/** The templates of the company. */
@Service
class Templates {

    private final Mirror mirror;

    Templates(Mirror mirror) {
        this.mirror = mirror;
    }

    Items<TemplateCategoryView> categories() {
        var categories = mirror.read(new ListTemplateCategories());
        return new Items<>(categories.stream().map(TemplateCategoryView::of).toList());
    }

    Items<TemplateView> inCategory(String categoryId) {
        var templates = mirror.read(new ListTemplates(categoryId));
        return new Items<>(templates.stream().map(TemplateView::of).toList());
    }
}
