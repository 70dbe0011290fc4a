/**
 * The process: wiring by constructors, nothing else.
 */
@NullMarked
package dev.bobbin.appserver;

import org.jspecify.annotations.NullMarked;
