/** Methods that exist so that clients can try how gating works. */
@NullMarked
package dev.bobbin.protocol.v2.mock;

import org.jspecify.annotations.NullMarked;
