/** The deterministic data set that the sandbox starts with. */
@NullMarked
package io.leeloogateway.sandbox.seed;

import org.jspecify.annotations.NullMarked;
