/** Warnings to the user that belong to no turn. */
@NullMarked
package dev.bobbin.protocol.v2.notice;

import org.jspecify.annotations.NullMarked;
