package io.leeloogateway.quota.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Divides permits among the replicas with waiting calls: the most urgent priority first, within a priority in weighted fair order. */
final class FairShares {

    private final Map<String, List<Demand>> demands = new HashMap<>();
    private final Map<String, int[]> open = new HashMap<>();
    private final Map<String, Double> finishes = new HashMap<>();
    private final Map<String, Double> starts = new HashMap<>();
    private int allocated;

    FairShares(Map<String, Replica> replicas, long now, double pass) {
        replicas.forEach((id, replica) -> {
            finishes.put(id, Math.max(pass, replica.pass()));
            if (replica.isWaiting(now)) {
                demands.put(id, replica.demandByPriority());
                open.put(
                        id,
                        replica.demandByPriority().stream()
                                .mapToInt(Demand::calls)
                                .toArray());
            }
        });
    }

    /** Returns the part of one replica. The least urgent priority leaves the headroom. */
    int allocate(int budget, int headroom, String id) {
        var priorities =
                open.values().stream().mapToInt(calls -> calls.length).max().orElse(0);
        var number = 0;
        for (var left = budget; left > 0; left--) {
            var next = next(left > headroom ? priorities : priorities - 1);
            if (next == null) {
                break;
            }
            allocated++;
            number += next.equals(id) ? 1 : 0;
        }
        return number;
    }

    int allocated() {
        return allocated;
    }

    /** The virtual time at which the last permit of the replica was granted. */
    double passOf(String id) {
        return starts.getOrDefault(id, 0.0);
    }

    double finishOf(String id) {
        return finishes.getOrDefault(id, 0.0);
    }

    private @Nullable String next(int priorities) {
        for (var rank = 0; rank < priorities; rank++) {
            String best = null;
            for (var candidate : open.entrySet()) {
                var isWaiting = candidate.getValue().length > rank && candidate.getValue()[rank] > 0;
                if (isWaiting && (best == null || finishOf(candidate.getKey()) < finishOf(best))) {
                    best = candidate.getKey();
                }
            }
            if (best != null) {
                take(best, rank);
                return best;
            }
        }
        return null;
    }

    private void take(String id, int rank) {
        Objects.requireNonNull(open.get(id), id)[rank]--;
        starts.put(id, finishOf(id));
        var others = demands.entrySet().stream()
                .filter(other -> !other.getKey().equals(id) && other.getValue().size() > rank)
                .map(other -> other.getValue().get(rank))
                .toList();
        var weight = Objects.requireNonNull(demands.get(id), id).get(rank).weightBeside(others);
        finishes.merge(id, 1 / (weight > 0 ? weight : 1), Double::sum);
    }
}
