/**
 * Permissions beyond the sandbox: how a model asks for them, what the user has granted, and for how long.
 *
 * <p>Must not: run commands, or build the fence; it only says what a fence has to leave open.
 */
@NullMarked
package dev.bobbin.appserver.tool.permission;

import org.jspecify.annotations.NullMarked;
