package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an outcome from the query as answers spell it. */
@Component
class OutcomeConverter implements Converter<String, Outcome> {

    @Override
    public Outcome convert(String word) {
        var outcome = Outcome.valueOf(word.toUpperCase(Locale.ROOT));
        if (!outcome.word().equals(word)) {
            throw new IllegalArgumentException("outcomes are spelt in lower case");
        }
        return outcome;
    }
}
