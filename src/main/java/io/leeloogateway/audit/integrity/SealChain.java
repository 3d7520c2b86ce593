package io.leeloogateway.audit.integrity;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Hangs each seal on the one before. */
@Component
class SealChain {

    /** What the HMACs of seals are made with. */
    static final String PURPOSE = "audit seals";

    private final SealRepository seals;
    private final KeyedHash hashes;
    private final Clock clock;

    SealChain(SealRepository seals, Pepper pepper, Clock clock) {
        this.seals = seals;
        this.hashes = pepper.hashFor(PURPOSE);
        this.clock = clock;
    }

    /** Not after the last number there is, which only somebody else can have set. */
    Seal add(Seal.Span span, SegmentDigest content) {
        var before = seals.newest();
        var number = before.map(Seal::number).orElse(0L) + 1;
        if (number == Long.MIN_VALUE) {
            throw new IllegalStateException(
                    "no number is left for the next seal of the diary: no gateway set the last");
        }
        var firstNumber =
                before.map(seal -> seal.firstNumber() + seal.content().events()).orElse(1L);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var signed = Seal.signed(before.map(Seal::hmac).orElse(null), number, span, firstNumber, content, now);
        var seal = new Seal(number, span, firstNumber, content, HexFormat.of().formatHex(hashes.of(signed)), now);
        seals.add(seal);
        return seal;
    }
}
