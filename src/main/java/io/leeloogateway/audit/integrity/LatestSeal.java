package io.leeloogateway.audit.integrity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the newest seal for the routes. */
@Component
public class LatestSeal {

    private final SealRepository seals;

    LatestSeal(SealRepository seals) {
        this.seals = seals;
    }

    public Optional<SealView> find() {
        return seals.newest().map(SealView::of);
    }
}
