/**
 * Whether a command may run: by itself, after asking, or not at all. Rules that the user made, what is known of commands,
 * and the approval policy together decide.
 *
 * <p>Must not: ask anybody, run anything, or know about items.
 */
@NullMarked
package dev.bobbin.appserver.tool.policy;

import org.jspecify.annotations.NullMarked;
