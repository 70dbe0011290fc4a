/**
 * Tools that only talk to the client or look at a file: the plan, questions to the user, the client's own tools, images.
 *
 * <p>Must not: run commands or change files.
 */
@NullMarked
package dev.bobbin.appserver.tool.client;

import org.jspecify.annotations.NullMarked;
