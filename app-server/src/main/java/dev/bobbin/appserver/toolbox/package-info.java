/**
 * The tools there are, and what they keep for each loaded thread.
 *
 * <p>Must not: do any tool's work.
 */
@NullMarked
package dev.bobbin.appserver.toolbox;

import org.jspecify.annotations.NullMarked;
