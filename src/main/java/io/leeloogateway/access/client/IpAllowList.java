package io.leeloogateway.access.client;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Where a client's calls may come from; from everywhere if it names no network. */
public record IpAllowList(List<CidrBlock> allowed) {

    static final int MOST = 50;

    public IpAllowList {
        allowed = List.copyOf(allowed);
    }

    /** Names the place of each that is no network. */
    static IpAllowList parse(List<String> texts) {
        var wrong = IntStream.range(0, texts.size())
                .filter(i -> CidrBlock.parse(texts.get(i)).isEmpty())
                .mapToObj(i -> new InvalidField(
                        "networks[" + i + "]", "format", "must be a network like 10.1.0.0/16 or 2001:db8::/32"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
        return new IpAllowList(
                texts.stream().map(CidrBlock::parse).flatMap(Optional::stream).toList());
    }

    public boolean contain(String address) {
        return allowed.isEmpty() || allowed.stream().anyMatch(network -> network.contains(address));
    }

    String[] texts() {
        return allowed.stream().map(CidrBlock::text).toArray(String[]::new);
    }
}
