/**
 * Tools that run commands, and the terminals that commands go on in when nobody waits for them any more.
 *
 * <p>Must not: run a command that was not judged, or run one unfenced because its fence is missing.
 */
@NullMarked
package dev.bobbin.appserver.tool.terminal;

import org.jspecify.annotations.NullMarked;
