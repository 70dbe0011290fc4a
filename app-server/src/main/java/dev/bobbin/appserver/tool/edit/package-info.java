/**
 * Editing files by patches: the tool, the patches that hide in shell commands, approvals, and the diff of a turn.
 *
 * <p>Must not: write outside of what the sandbox policy allows unless the user said so.
 */
@NullMarked
package dev.bobbin.appserver.tool.edit;

import org.jspecify.annotations.NullMarked;
