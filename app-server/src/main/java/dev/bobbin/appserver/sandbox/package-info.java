/**
 * The fence that commands run behind. On Linux it is bubblewrap, found on the path.
 *
 * <p>Must not: decide whether a command may run, or run one. It only says how.
 */
@NullMarked
package dev.bobbin.appserver.sandbox;

import org.jspecify.annotations.NullMarked;
