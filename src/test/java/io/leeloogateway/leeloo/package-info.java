/** The adapter, tried against recorded samples, WireMock and bare sockets. */
@NullMarked
package io.leeloogateway.leeloo;

import org.jspecify.annotations.NullMarked;
