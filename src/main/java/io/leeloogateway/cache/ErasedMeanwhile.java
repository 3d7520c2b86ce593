package io.leeloogateway.cache;

/** Background work was erased with a person since it was found. */
public final class ErasedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    ErasedMeanwhile() {
        super("the work was erased with a person", null, false, false);
    }
}
