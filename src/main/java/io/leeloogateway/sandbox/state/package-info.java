/** The simulated company: people, channels, orders, tags and tunnels. */
@NullMarked
package io.leeloogateway.sandbox.state;

import org.jspecify.annotations.NullMarked;
