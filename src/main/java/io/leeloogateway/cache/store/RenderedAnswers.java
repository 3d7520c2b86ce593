package io.leeloogateway.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/** Keeps rendered answers in memory, bounded by their bytes. */
final class RenderedAnswers {

    private static final int MAX_BYTES = 16_000_000;

    private final Cache<AnswerKey, RenderedAnswer> answers = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((AnswerKey key, RenderedAnswer answer) -> key.size() + answer.size())
            .build();

    @Nullable
    RenderedAnswer find(AnswerKey key) {
        return answers.getIfPresent(key);
    }

    void keep(AnswerKey key, RenderedAnswer answer) {
        answers.put(key, answer);
    }

    boolean isEmpty() {
        return answers.asMap().isEmpty();
    }

    void clear() {
        answers.invalidateAll();
    }
}
