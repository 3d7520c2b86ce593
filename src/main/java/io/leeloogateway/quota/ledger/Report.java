package io.leeloogateway.quota.ledger;

import java.util.List;
import java.util.SortedMap;

/**
 * What a replica tells the other replicas.
 *
 * @param outstanding its permits in use and at hand
 * @param ended the calls that ended since its last report, by their age in milliseconds
 * @param demand its waiting calls by class, the most urgent class first
 * @param reserve how many permits it would like to have at hand for calls to come
 */
public record Report(
        int outstanding,
        SortedMap<Long, Integer> ended,
        List<Throttling> throttlings,
        List<Demand> demand,
        int reserve) {}
