package io.leeloogateway.attack;

/** Traffic of one caller, with a key or without, that must not stop anybody else. */
@FunctionalInterface
interface Attack {

    /** Attacks until it returns. */
    void run(Target target) throws Exception;
}
