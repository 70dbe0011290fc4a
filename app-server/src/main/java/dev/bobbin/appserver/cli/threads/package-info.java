/**
 * {@code bobbin threads}: what a person does with stored threads. The same store as the server's does the work, so a
 * thread that a running server holds is refused with its holder named. Data goes to stdout, all else to stderr.
 */
@NullMarked
package dev.bobbin.appserver.cli.threads;

import org.jspecify.annotations.NullMarked;
