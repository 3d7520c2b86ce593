/** Resolves API keys and the bootstrap and demo credentials. */
@NullMarked
package io.leeloogateway.access.apikey;

import org.jspecify.annotations.NullMarked;
