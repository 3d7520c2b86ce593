package io.leeloogateway.audit.integrity;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Appends seals, each linked to the previous one. */
@Component
class SealChain {

    /** The purpose of the key of the HMACs. */
    static final String PURPOSE = "audit seals";

    private final SealRepository seals;
    private final KeyedHash hashes;
    private final Clock clock;

    SealChain(SealRepository seals, Pepper pepper, Clock clock) {
        this.seals = seals;
        this.hashes = pepper.hashFor(PURPOSE);
        this.clock = clock;
    }

    /** Fails after the last possible number, which no gateway can have reached. */
    Seal add(Seal.Span span, SegmentDigest content) {
        var previous = seals.newest();
        var number = previous.map(Seal::number).orElse(0L) + 1;
        if (number == Long.MIN_VALUE) {
            throw new IllegalStateException(
                    "no number is left for the next seal of the audit log: the last seal is not from a gateway");
        }
        var firstNumber = previous.map(
                        seal -> seal.firstNumber() + seal.content().events())
                .orElse(1L);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var input = Seal.hmacInput(previous.map(Seal::hmac).orElse(null), number, span, firstNumber, content, now);
        var seal = new Seal(number, span, firstNumber, content, HexFormat.of().formatHex(hashes.hash(input)), now);
        seals.add(seal);
        return seal;
    }
}
