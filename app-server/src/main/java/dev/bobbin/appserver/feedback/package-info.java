/** What users say of the server, kept for them to send. Must not: send anything. */
@NullMarked
package dev.bobbin.appserver.feedback;

import org.jspecify.annotations.NullMarked;
