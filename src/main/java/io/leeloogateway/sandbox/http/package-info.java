/** Request bodies, query strings and replies in the format of Leeloo. */
@NullMarked
package io.leeloogateway.sandbox.http;

import org.jspecify.annotations.NullMarked;
