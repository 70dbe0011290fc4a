/**
 * What the commands for people have in common: which home they work on, whether and how a person can be asked, progress on
 * a terminal, and how failures are told. Loaded with picocli only.
 */
@NullMarked
package dev.bobbin.appserver.cli.home;

import org.jspecify.annotations.NullMarked;
