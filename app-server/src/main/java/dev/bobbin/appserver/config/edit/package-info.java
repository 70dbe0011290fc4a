/**
 * Changing {@code config.toml} for a client: the lines that a change does not touch stay as they are, comments included, and
 * nobody ever sees half a file.
 */
@NullMarked
package dev.bobbin.appserver.config.edit;

import org.jspecify.annotations.NullMarked;
