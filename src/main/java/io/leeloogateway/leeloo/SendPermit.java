package io.leeloogateway.leeloo;

import io.leeloogateway.quota.Permit;

/** Allows to send one change. */
public record SendPermit(Permit permit) {

    /** The change is not sent. */
    public void giveBack() {
        permit.giveBack();
    }

    /** The change may have been sent. */
    public void end() {
        permit.close();
    }
}
