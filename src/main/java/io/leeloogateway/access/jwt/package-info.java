/** Resolves JWTs of an external issuer. */
@NullMarked
package io.leeloogateway.access.jwt;

import org.jspecify.annotations.NullMarked;
