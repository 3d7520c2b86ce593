package io.leeloogateway.attack;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Two attacks at once. */
record Together(Attack first, Attack second) implements Attack {

    @Override
    public void run(Target target) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = threads.submit(() -> {
                second.run(target);
                return true;
            });
            first.run(target);
            other.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
