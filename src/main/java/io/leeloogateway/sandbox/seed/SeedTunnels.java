package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Tool;
import io.leeloogateway.sandbox.state.Tunnel;
import io.leeloogateway.sandbox.state.TunnelStats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Seeds tunnels with three blocks each, a default tool and another, and their traffic sources. */
final class SeedTunnels {

    private static final List<String> NAMES = List.of(
            "Welcome funnel",
            "Autumn webinar",
            "Нагадування про оплату",
            "Возвращение клиентов",
            "Kurs wieczorowy",
            "Black Friday",
            "Partner programme",
            "The first funnel");
    private static final List<String> TYPES = List.of("LINK", "QR", "WIDGET", "POPUP", "FORM", "FB_AD");
    /** Older samples of Leeloo show dates without seconds. */
    private static final Instant FIRST = Instant.parse("2015-04-02T14:20:00Z");

    private SeedTunnels() {}

    static void fill(SandboxState company) {
        for (String name : NAMES) {
            var number = (int) company.numbers.next(IdKind.TUNNEL);
            var id = IdKind.TUNNEL.id(number);
            var tools = List.of(
                    tool(company, id, "DEFAULT", name),
                    tool(company, id, TYPES.get((number - 1) % TYPES.size()), name));
            var since = number == NAMES.size() ? FIRST : Seed.NOW.minus(Duration.ofDays(60L * number));
            var tunnel = new Tunnel(id, name, blocks(company), tools, new TunnelStats(9_000 / number), since);
            company.tunnels.addOldest(id, tunnel);
            tools.forEach(tool -> company.tools.addOldest(tool.id(), tool));
        }
    }

    private static List<String> blocks(SandboxState company) {
        return IntStream.range(0, 3)
                .mapToObj(it -> company.numbers.nextId(IdKind.BLOCK))
                .toList();
    }

    private static Tool tool(SandboxState company, String tunnelId, String type, String name) {
        var id = company.numbers.nextId(IdKind.TOOL);
        var sourceId = company.numbers.nextId(IdKind.SOURCE);
        return new Tool(id, name + " · " + type, type, tunnelId, sourceId, "Default source");
    }
}
