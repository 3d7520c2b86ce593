package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.SandboxState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;

/** The initial state of the company: the same people, ids and dates after each start and reset. */
public final class Seed {

    static final Instant NOW = Instant.parse("2026-01-13T08:20:37.508Z");

    private Seed() {}

    public static SandboxState create() {
        var state = new SandboxState();
        var random = new Random(20260113);
        SeedCatalog.fill(state);
        SeedTunnels.fill(state);
        SeedPeople.fill(state, random);
        SeedAnna.fill(state);
        SeedChats.fill(state, random);
        SeedOrders.fill(state, random);
        return state;
    }

    static List<String> lines(String resource) {
        try {
            return new ClassPathResource("sandbox/" + resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T pick(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
