package io.leeloogateway.problem;

import java.util.List;

/**
 * The explanations of all problem types.
 *
 * @param items the explanations
 */
record ProblemPageList(List<ProblemPage> items) {

    ProblemPageList {
        items = List.copyOf(items);
    }
}
