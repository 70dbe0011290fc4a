/**
 * What clients do with files by themselves: reading, writing, watching.
 *
 * <p>The client is the user's own program, so nothing here asks for approval or stays inside a sandbox. Must not: be
 * used on a model's behalf.
 */
@NullMarked
package dev.bobbin.appserver.files;

import org.jspecify.annotations.NullMarked;
