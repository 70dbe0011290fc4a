/**
 * The command line. {@link dev.bobbin.appserver.cli.ServerArguments} reads every form in which clients start the server
 * by hand, because loading picocli costs a start 100 ms and more; {@link dev.bobbin.appserver.cli.Cli} is picocli for
 * everything that a person types.
 *
 * <p>Must not: write to standard streams other than those it is given.
 */
@NullMarked
package dev.bobbin.appserver.cli;

import org.jspecify.annotations.NullMarked;
