/** The file system as clients see it through the server. Paths are absolute, bytes travel in base64. */
@NullMarked
package dev.bobbin.protocol.v2.fs;

import org.jspecify.annotations.NullMarked;
