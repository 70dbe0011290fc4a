/** Signing in and out, plans and limits. */
@NullMarked
package dev.bobbin.protocol.v2.account;

import org.jspecify.annotations.NullMarked;
