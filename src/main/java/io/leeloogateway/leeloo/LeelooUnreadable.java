package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Leeloo's response does not follow its protocol. */
public final class LeelooUnreadable extends LeelooException {

    private static final long serialVersionUID = 1;

    public LeelooUnreadable(Target target, String reason, @Nullable Throwable cause) {
        super(ProblemType.LEELOO_UNREADABLE, "Leeloo's response about " + target + " " + reason, cause);
    }
}
