package io.leeloogateway.cache;

/** Finds the channels and orders of a person in the cache entries of a module. */
public interface PersonLinkSource {

    PersonLinks findLinks(String personId);
}
