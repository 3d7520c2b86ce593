package io.leeloogateway.tags;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.request.Items;
import org.springframework.stereotype.Service;

/** Reads tags. */
@Service
class Tags {

    private final LeelooCache cache;

    Tags(LeelooCache cache) {
        this.cache = cache;
    }

    Items<TagView> list() {
        return new Items<>(cache.read(new ListTags()).stream().map(TagView::of).toList());
    }
}
