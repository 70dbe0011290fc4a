/** Chooses who speaks to a provider, and makes them. Must not: know any wire format. */
@NullMarked
package dev.bobbin.appserver.model.routing;

import org.jspecify.annotations.NullMarked;
