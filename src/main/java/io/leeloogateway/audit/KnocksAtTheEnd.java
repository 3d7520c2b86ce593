package io.leeloogateway.audit;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells what was counted so far before the diary closes. */
@Component
class KnocksAtTheEnd implements SmartLifecycle {

    private final Knocks knocks;
    private final TurnedAway turnedAway;
    private volatile boolean running;

    KnocksAtTheEnd(Knocks knocks, TurnedAway turnedAway) {
        this.knocks = knocks;
        this.turnedAway = turnedAway;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        knocks.tellAll();
        turnedAway.tellAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server, before the diary. */
    @Override
    public int getPhase() {
        return Diary.AFTER_THE_CHANGES + 1;
    }
}
