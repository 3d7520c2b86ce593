package io.leeloogateway.tags;

import io.leeloogateway.leeloo.ListTags;
import io.leeloogateway.mirror.Mirror;
import io.leeloogateway.request.Items;
import org.springframework.stereotype.Service;

/** The tags of the company. */
@Service
class Tags {

    private final Mirror mirror;

    Tags(Mirror mirror) {
        this.mirror = mirror;
    }

    Items<TagView> all() {
        return new Items<>(mirror.read(new ListTags()).stream().map(TagView::of).toList());
    }
}
