package io.leeloogateway.attack;

import java.time.Duration;
import java.util.List;

/** The table of attacks: a new attack is one more row. */
final class Attacks {

    /**
     * A row of the table.
     *
     * @param auditRows how many rows each minute of the attack may add to the audit log
     */
    record Row(String name, int auditRows, Attack attack) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Attacks() {}

    static List<Row> all() {
        return List.of(
                new Row("half-sent requests", 200, new HalfSentRequests(4000, Duration.ofSeconds(30))),
                new Row("bodies without a key", 200, new UnaskedBodies(2000, Duration.ofSeconds(30))),
                new Row("dripped bodies", 500, new DrippedBodies(115, Duration.ofSeconds(60))));
    }
}
