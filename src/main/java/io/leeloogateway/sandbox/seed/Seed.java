package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.SandboxState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.springframework.core.io.ClassPathResource;

/** The company as it is after a start and a reset: the same people, ids and dates every time. */
public final class Seed {

    static final Instant NOW = Instant.parse("2026-01-13T08:20:37.508Z");

    private Seed() {}

    public static SandboxState company() {
        var company = new SandboxState();
        var random = new Random(20260113);
        SeedCatalog.fill(company);
        SeedTunnels.fill(company);
        SeedPeople.fill(company, random);
        SeedAnna.fill(company);
        SeedChats.fill(company, random);
        SeedOrders.fill(company, random);
        return company;
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

    static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
