package io.leeloogateway.people;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.model.Tag;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Empty where the list of tags cannot be read: a person without tag ids is better than an error. Reads nothing for no names. */
    Optional<Known> resolve(Collection<String> names) {
        if (names.isEmpty()) {
            return Optional.of(new Known(Map.of()));
        }
        try {
            return Optional.of(Known.of(cache.read(new ListTags())));
        } catch (ProblemException e) {
            log.warn("tags are returned without ids: {}", e.detail());
            return Optional.empty();
        }
    }

    /** The ids of all tags by name. */
    record Known(Map<String, String> ids) {

        static final Known NONE = new Known(Map.of());

        static Known of(List<Tag> tags) {
            return new Known(tags.stream().collect(Collectors.toMap(Tag::name, Tag::id, (first, second) -> first)));
        }

        List<TagOfPerson> tagsOf(List<String> names) {
            return names.stream()
                    .map(name -> new TagOfPerson(ids.get(name), name))
                    .toList();
        }
    }
}
