/**
 * Reads {@code config.toml}, command-line overrides and the settings of one thread into one immutable {@link
 * dev.bobbin.appserver.config.Config}.
 *
 * <p>Layers, later ones win: built-in defaults, {@code $CODEX_HOME/config.toml}, {@code $CODEX_HOME/<profile>.config.toml},
 * {@code -c key=value}, the {@code config} object of a request. Tables are merged key by key. Unknown keys are kept in
 * {@link dev.bobbin.appserver.config.Config#raw} and otherwise ignored. Must not: write files, or know threads.
 */
@NullMarked
package dev.bobbin.appserver.config;

import org.jspecify.annotations.NullMarked;
