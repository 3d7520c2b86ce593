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

/** Adds tunnels with three blocks, a default tool, a second tool and their traffic sources. */
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

    static void fill(SandboxState state) {
        for (String name : NAMES) {
            var number = (int) state.ids.next(IdKind.TUNNEL);
            var id = IdKind.TUNNEL.id(number);
            var tools = List.of(
                    tool(state, id, "DEFAULT", name), tool(state, id, TYPES.get((number - 1) % TYPES.size()), name));
            var since = number == NAMES.size() ? FIRST : Seed.NOW.minus(Duration.ofDays(60L * number));
            var tunnel = new Tunnel(id, name, blocks(state), tools, new TunnelStats(9_000 / number), since);
            state.tunnels.addOldest(id, tunnel);
            tools.forEach(tool -> state.tools.addOldest(tool.id(), tool));
        }
    }

    private static List<String> blocks(SandboxState state) {
        return IntStream.range(0, 3)
                .mapToObj(it -> state.ids.nextId(IdKind.BLOCK))
                .toList();
    }

    private static Tool tool(SandboxState state, String tunnelId, String type, String name) {
        var id = state.ids.nextId(IdKind.TOOL);
        var sourceId = state.ids.nextId(IdKind.SOURCE);
        return new Tool(id, name + " · " + type, type, tunnelId, sourceId, "Default source");
    }
}
