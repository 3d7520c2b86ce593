/** Faults on request: errors, delays, resets and corrupted responses. */
@NullMarked
package io.leeloogateway.sandbox.fault;

import org.jspecify.annotations.NullMarked;
