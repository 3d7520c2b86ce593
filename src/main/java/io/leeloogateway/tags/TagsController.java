package io.leeloogateway.tags;

import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.request.Items;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Route for tags. */
@RestController
@Tag(name = "Tags")
@RequestMapping("/api/v1")
class TagsController {

    private final Tags tags;

    TagsController(Tags tags) {
        this.tags = tags;
    }

    /**
     * List all tags. Tags are created on Leeloo's web pages only. Leeloo endpoint 23.
     *
     * @return all tags
     */
    @GetMapping("/tags")
    @Route(action = "tags.list", scope = "tags:read", kind = READ)
    Items<TagView> listTags() {
        return tags.list();
    }
}
