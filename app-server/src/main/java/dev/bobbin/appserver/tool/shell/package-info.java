/**
 * Reading shell command lines: what they run, whether that is known to be harmless, and what a person would call it.
 *
 * <p>Only plain scripts are understood: words and quotes, joined by {@code &&}, {@code ||}, {@code ;} and {@code |}.
 * Anything else (redirections, substitutions, variables, groups) is "not plain", and then nothing is claimed about it.
 * Must not: run anything.
 */
@NullMarked
package dev.bobbin.appserver.tool.shell;

import org.jspecify.annotations.NullMarked;
