package io.leeloogateway.templates;

import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes for message templates. */
@RestController
@Tag(name = "Templates")
@RequestMapping("/api/v1")
class TemplatesController {

    private final Templates templates;

    TemplatesController(Templates templates) {
        this.templates = templates;
    }

    /**
     * List template categories. Each category contains message templates; list them to find the template to send. Leeloo endpoint 1.
     *
     * @return all categories
     */
    @GetMapping("/template-categories")
    @Route(action = "templates.listCategories", scope = "templates:read", kind = READ)
    Items<TemplateCategoryView> listTemplateCategories() {
        return templates.listCategories();
    }

    /**
     * List the templates of a category. Send a template to a channel with its id. Leeloo endpoint 2.
     *
     * @param categoryId id of the category, 24 lower-case hex characters
     * @return all templates of the category
     */
    @GetMapping("/template-categories/{categoryId}/templates")
    @Route(action = "templates.list", scope = "templates:read", kind = READ)
    Items<TemplateView> listTemplates(@PathVariable @LeelooId String categoryId) {
        return templates.list(categoryId);
    }
}
