package io.leeloogateway.lifecycle;

/**
 * The platform threads that run the virtual threads. Java starts one for each core and never takes it from a virtual thread that computes, so
 * two requests with much to compute would stop all others on two cores. With more carriers than cores, the operating system divides the cores
 * among them. Not with many more: Java's compilers need their part of the cores, and with eight carriers for each it took twice as long until
 * the hot code was compiled.
 */
public final class CarrierThreads {

    static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";

    private static final int FOR_EACH_CORE = 2;

    private CarrierThreads() {}

    /** Takes effect only before the first virtual thread. A number that was set when Java was started stays. */
    public static void configure() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(
                    PROPERTY,
                    String.valueOf(FOR_EACH_CORE * Runtime.getRuntime().availableProcessors()));
        }
    }
}
