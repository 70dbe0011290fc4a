/** Tool servers: their state, tools, resources and questions. */
@NullMarked
package dev.bobbin.protocol.v2.mcp;

import org.jspecify.annotations.NullMarked;
