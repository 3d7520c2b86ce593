package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CarrierThreadsTests {

    @Test
    void requestsThatComputeOnAllCoresDoNotStopAnother() throws Exception {
        assertThat(exitCodeOfComputingProcess()).isZero();
    }

    @Test
    void numberFromTheCommandLineStays() throws Exception {
        assertThat(exitCodeOfComputingProcess("-D" + CarrierThreads.PROPERTY + "=1"))
                .isNotZero();
    }

    private static int exitCodeOfComputingProcess(String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Computing.class.getName()));
        var process = new ProcessBuilder(command).start();
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : 1;
        } finally {
            process.destroyForcibly();
        }
    }

    /** One virtual thread for each core computes until another virtual thread has run. */
    static final class Computing {

        private Computing() {}

        public static void main(String[] arguments) throws InterruptedException {
            CarrierThreads.configure();
            var served = new AtomicBoolean();
            for (var core = 0; core < Runtime.getRuntime().availableProcessors(); core++) {
                Thread.ofVirtual().start(() -> {
                    while (!served.get()) {
                        Thread.onSpinWait();
                    }
                });
            }
            Thread.ofVirtual().start(() -> served.set(true)).join();
        }
    }
}
