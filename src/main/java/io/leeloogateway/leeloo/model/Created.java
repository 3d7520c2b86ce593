package io.leeloogateway.leeloo.model;

/** A resource that a change may have created. */
public interface Created {

    /** The id of the resource at Leeloo. */
    String id();
}
