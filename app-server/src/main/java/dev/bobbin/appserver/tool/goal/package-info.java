/**
 * The tools by which a model reads, sets and ends what its thread is to achieve. Must not: keep goals; the thread's owner does,
 * behind {@link dev.bobbin.appserver.tool.GoalDesk}.
 */
@NullMarked
package dev.bobbin.appserver.tool.goal;

import org.jspecify.annotations.NullMarked;
