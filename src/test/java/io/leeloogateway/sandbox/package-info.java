/** The pretend Leeloo, tried over real HTTP. */
@NullMarked
package io.leeloogateway.sandbox;

import org.jspecify.annotations.NullMarked;
