package io.leeloogateway.leeloo;

/** Leeloo as it is now, for those who must know. */
@FunctionalInterface
public interface Witness {

    <T> T ask(Query<T> query);
}
