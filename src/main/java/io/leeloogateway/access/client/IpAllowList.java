package io.leeloogateway.access.client;

import io.leeloogateway.problem.InvalidField;
import io.leeloogateway.problem.InvalidRequest;
import io.leeloogateway.request.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The networks that a client may call from; an empty list permits all networks. */
public record IpAllowList(List<CidrBlock> blocks) {

    static final int MAX_NETWORKS = 50;

    public IpAllowList {
        blocks = List.copyOf(blocks);
    }

    /** Parses a list of networks; the exception names the position of each invalid network. */
    static IpAllowList parse(List<String> texts) {
        var invalid = IntStream.range(0, texts.size())
                .filter(i -> CidrBlock.parse(texts.get(i)).isEmpty())
                .mapToObj(i -> new InvalidField(
                        "networks[" + i + "]", "format", "must be a network like 10.1.0.0/16 or 2001:db8::/32"))
                .toList();
        if (!invalid.isEmpty()) {
            throw new InvalidRequest(invalid);
        }
        return new IpAllowList(
                texts.stream().map(CidrBlock::parse).flatMap(Optional::stream).toList());
    }

    public boolean allows(IpAddress address) {
        return blocks.isEmpty()
                || (!address.isUnspecified() && blocks.stream().anyMatch(block -> block.contains(address)));
    }

    String[] toStrings() {
        return blocks.stream().map(CidrBlock::text).toArray(String[]::new);
    }
}
