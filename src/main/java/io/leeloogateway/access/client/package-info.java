/** Administration of API clients and their keys. */
@NullMarked
package io.leeloogateway.access.client;

import org.jspecify.annotations.NullMarked;
