package io.leeloogateway.templates;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListTemplateCategories;
import io.leeloogateway.leeloo.query.ListTemplates;
import io.leeloogateway.request.Items;
import org.springframework.stereotype.Service;

/** Reads message templates and their categories. */
@Service
class Templates {

    private final LeelooCache cache;

    Templates(LeelooCache cache) {
        this.cache = cache;
    }

    Items<TemplateCategoryView> listCategories() {
        var categories = cache.read(new ListTemplateCategories());
        return new Items<>(categories.stream().map(TemplateCategoryView::of).toList());
    }

    Items<TemplateView> list(String categoryId) {
        var templates = cache.read(new ListTemplates(categoryId));
        return new Items<>(templates.stream().map(TemplateView::of).toList());
    }
}
