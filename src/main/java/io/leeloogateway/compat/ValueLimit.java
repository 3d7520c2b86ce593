package io.leeloogateway.compat;

import io.leeloogateway.problem.InvalidRequest;
import tools.jackson.core.JsonParser;

/** Bounds the number of values in a body by its length: the values of a dense body need a hundred times its memory. */
final class ValueLimit {

    private static final int VALUES = 1000;
    private static final int CHARACTERS_PER_VALUE = 16;

    private final int most;
    private int left;

    ValueLimit(int characters) {
        most = VALUES + characters / CHARACTERS_PER_VALUE;
        left = most;
    }

    int counted() {
        return most - left;
    }

    void count(int values) {
        left -= values;
        if (left < 0) {
            throw InvalidRequest.of(
                    "body", "length", "must have at most 1000 values and one more for every 16 characters");
        }
    }

    /** Counts the rest of a document. */
    void countAll(JsonParser document) {
        for (var token = document.nextToken(); token != null; token = document.nextToken()) {
            if (token.isScalarValue() || token.isStructStart()) {
                count(1);
            }
        }
    }
}
