package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Leeloo answered with something that is not its protocol. */
public final class LeelooUnreadable extends LeelooException {

    private static final long serialVersionUID = 1;

    public LeelooUnreadable(Target target, String why, @Nullable Throwable cause) {
        super(ProblemType.LEELOO_UNREADABLE, "Leeloo's answer about " + target + " " + why, cause);
    }
}
