/** Who is signed in: the key in {@code auth.json}. Must not: be asked for anything but a key of the API. */
@NullMarked
package dev.bobbin.appserver.account;

import org.jspecify.annotations.NullMarked;
