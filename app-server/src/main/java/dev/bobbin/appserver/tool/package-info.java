/**
 * Tools that a model may call, and what they are given to work with. One class per tool.
 *
 * <p>Must not: know how a turn is run or who its clients are; a tool shows and stores through its {@link ToolContext} only.
 */
@NullMarked
package dev.bobbin.appserver.tool;

import org.jspecify.annotations.NullMarked;
