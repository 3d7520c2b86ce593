package io.leeloogateway.tags;

import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.request.Items;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
     * @param counts {@code true} adds the number of people with each tag: of the people in the cache, counted at most once a minute; up to ten minutes old while they are counted again
     * @return all tags
     */
    @GetMapping("/tags")
    @Route(action = "tags.list", scope = "tags:read", kind = READ)
    Items<TagView> listTags(@RequestParam(defaultValue = "false") boolean counts) {
        return counts ? tags.listWithCounts() : tags.list();
    }
}
