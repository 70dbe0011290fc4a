/** Skills: finding them and switching them on and off. */
@NullMarked
package dev.bobbin.protocol.v2.skills;

import org.jspecify.annotations.NullMarked;
