package io.leeloogateway.console;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The console has no such file, or another version of it. */
final class ConsoleFileNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    ConsoleFileNotFound() {
        super(ProblemType.NOT_FOUND, "no such file in this version of the console; load /console again", null);
    }
}
