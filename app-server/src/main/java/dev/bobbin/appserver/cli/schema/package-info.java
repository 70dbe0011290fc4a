/** Schemas of the protocol as files, for those who write clients. Must not: be loaded when a client starts a server. */
@NullMarked
package dev.bobbin.appserver.cli.schema;

import org.jspecify.annotations.NullMarked;
