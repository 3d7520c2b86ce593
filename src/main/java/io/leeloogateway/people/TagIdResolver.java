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

/** Leeloo's ids of tags by their names; unknown as a whole when the tags cannot be had. */
@Service
class TagIdResolver {

    private static final Logger log = LoggerFactory.getLogger(TagIdResolver.class);

    private final LeelooCache mirror;

    TagIdResolver(LeelooCache mirror) {
        this.mirror = mirror;
    }

    /** Asks only if somebody carries a tag; a person without ids is better than none, so a failure is empty. */
    Optional<Known> of(Collection<String> names) {
        if (names.isEmpty()) {
            return Optional.of(new Known(Map.of()));
        }
        try {
            return Optional.of(Known.of(mirror.read(new ListTags())));
        } catch (ProblemException e) {
            log.warn("tags are given without ids: {}", e.detail());
            return Optional.empty();
        }
    }

    /** All ids by name. */
    record Known(Map<String, String> ids) {

        static final Known NOTHING = new Known(Map.of());

        static Known of(List<Tag> tags) {
            return new Known(tags.stream().collect(Collectors.toMap(Tag::name, Tag::id, (first, second) -> first)));
        }

        List<TagOfPerson> name(List<String> names) {
            return names.stream()
                    .map(name -> new TagOfPerson(ids.get(name), name))
                    .toList();
        }
    }
}
