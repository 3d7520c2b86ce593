package io.leeloogateway.tags;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.request.Items;
import org.springframework.stereotype.Service;

/** The tags of the company. */
@Service
class Tags {

    private final LeelooCache mirror;

    Tags(LeelooCache mirror) {
        this.mirror = mirror;
    }

    Items<TagView> all() {
        return new Items<>(mirror.read(new ListTags()).stream().map(TagView::of).toList());
    }
}
