/**
 * The Responses API: the body of a request, and the events of an answer. Items are spliced in and cut out as bytes; only a
 * finished item becomes a tree. Must not: decide what a failure is called.
 */
@NullMarked
package dev.bobbin.appserver.model.responses;

import org.jspecify.annotations.NullMarked;
