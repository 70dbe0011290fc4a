/**
 * The patch language that models edit files with: its grammar, how a patch meets the files, and the diffs of it.
 *
 * <p>A patch is parsed, then planned against the files as they are (nothing is written), then applied whole or not at
 * all. Must not: ask for approval, know about items or notifications.
 */
@NullMarked
package dev.bobbin.appserver.tool.patch;

import org.jspecify.annotations.NullMarked;
