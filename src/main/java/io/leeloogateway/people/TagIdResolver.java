package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds the ids of tags by name. */
@Service
class TagIdResolver {

    private static final Logger log = LoggerFactory.getLogger(TagIdResolver.class);

    private final LeelooCache cache;

    TagIdResolver(LeelooCache cache) {
        this.cache = cache;
    }

    /** Unavailable ids are no error: a person without tag ids is better than no person. Reads nothing for no names. */
    TagIds resolve(Collection<String> names) {
        return resolve(names, cache::readSupplement);
    }

    /** Does not ask Leeloo. */
    TagIds resolveFromCache(Collection<String> names) {
        return resolve(names, cache::readCachedSupplement);
    }

    private static TagIds resolve(Collection<String> names, Function<ListTags, List<Tag>> read) {
        if (names.isEmpty()) {
            return TagIds.NOT_NEEDED;
        }
        try {
            return TagIds.of(read.apply(new ListTags()));
        } catch (ProblemException e) {
            log.warn("tags are returned without ids: {}", e.detail());
            return TagIds.UNAVAILABLE;
        }
    }
}
