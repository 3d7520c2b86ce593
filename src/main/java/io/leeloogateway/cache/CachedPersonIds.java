package io.leeloogateway.cache;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the person of a channel or an order, as far as the cache knows; does not ask Leeloo. */
@Component
public class CachedPersonIds {

    private final List<InvalidationDependencies> modules;

    CachedPersonIds(List<InvalidationDependencies> modules) {
        this.modules = List.copyOf(modules);
    }

    /** The id of the person who owns the channel. */
    public Optional<String> findByChannel(String channelId) {
        AnswerSources.addOther();
        return modules.stream()
                .flatMap(module -> module.findPersonIdByChannel(channelId).stream())
                .findFirst();
    }

    /** The id of the person of an order. It may become known at any time, and never changes. */
    public Optional<String> findByOrder(String orderId) {
        var personId = modules.stream()
                .flatMap(module -> module.findPersonIdByOrder(orderId).stream())
                .findFirst();
        if (personId.isEmpty()) {
            AnswerSources.addOther();
        }
        return personId;
    }
}
