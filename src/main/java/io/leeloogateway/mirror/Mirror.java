package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Leeloo;
import io.leeloogateway.leeloo.Query;
import org.springframework.stereotype.Component;

/** The one way from a feature to Leeloo's data. */
@Component
public class Mirror {

    private final Leeloo leeloo;

    Mirror(Leeloo leeloo) {
        this.leeloo = leeloo;
    }

    public <T> T read(Query<T> query) {
        return leeloo.ask(query).value();
    }
}
