package io.leeloogateway.templates;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.request.Items;
import org.springframework.stereotype.Service;

/** The templates of the company. */
@Service
class Templates {

    private final LeelooCache mirror;

    Templates(LeelooCache mirror) {
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
