/**
 * JSON on the wire: lines to messages, parameters to records, records to lines.
 *
 * <p>Records are read and written by their {@link dev.bobbin.protocol.json.Shape}, not by Jackson's databinding: that gives
 * error texts that clients of the peer know, and it spares a fresh server the tens of milliseconds that a databinding
 * mapper costs before its first answer. Jackson's trees
 * hold what is not a record.
 *
 * <p>Rules: null is written for absent values unless a component says otherwise; unknown members are ignored; JSON null is
 * absent where absence is allowed. Nothing here recurses into a client's input deeper than {@link
 * dev.bobbin.protocol.json.WireJson#MAX_NESTING} levels.
 */
@NullMarked
package dev.bobbin.protocol.json;

import org.jspecify.annotations.NullMarked;
