/**
 * {@code bobbin doctor --live}: the servers that run on a home, looked at from outside. A server does nothing for it but name
 * its home in a property of its JVM: what is told comes from the operating system, from the JDK's {@code jcmd}, and from the
 * notes of who holds which thread.
 *
 * <p>Must not: change anything, in the home or in a server.
 */
@NullMarked
package dev.bobbin.appserver.cli.live;

import org.jspecify.annotations.NullMarked;
