package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The response does not follow Leeloo's protocol. */
public final class LeelooUnreadable extends LeelooException {

    private static final long serialVersionUID = 1;

    private final boolean isFromElsewhere;

    public LeelooUnreadable(Target target, String reason, @Nullable Throwable cause) {
        this("Leeloo's response about " + target + " " + reason, false, cause);
    }

    private LeelooUnreadable(String detail, boolean isFromElsewhere, @Nullable Throwable cause) {
        super(ProblemType.LEELOO_UNREADABLE, detail, cause);
        this.isFromElsewhere = isFromElsewhere;
    }

    /** A proxy or another server knows no such path, so Leeloo did not get the call. */
    public static LeelooUnreadable fromElsewhere(Target target, int status) {
        return new LeelooUnreadable(
                "the call about %s was answered with HTTP %d, but not by Leeloo".formatted(target, status), true, null);
    }

    /** Whether another server responded and Leeloo did not get the call. */
    public boolean isFromElsewhere() {
        return isFromElsewhere;
    }
}
