/** The layered configuration, its limits, and what can be taken over from other agents. */
@NullMarked
package dev.bobbin.protocol.v2.config;

import org.jspecify.annotations.NullMarked;
