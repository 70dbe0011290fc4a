/** Environments in which turns act. */
@NullMarked
package dev.bobbin.protocol.v2.environment;

import org.jspecify.annotations.NullMarked;
