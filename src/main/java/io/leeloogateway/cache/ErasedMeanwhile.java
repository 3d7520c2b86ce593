package io.leeloogateway.cache;

/** A person was erased since the background work began. The work, if there still is any, is to be looked up again. */
public final class ErasedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    ErasedMeanwhile() {
        super("a person was erased meanwhile", null, false, false);
    }
}
