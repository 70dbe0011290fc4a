/**
 * The shapes of all records as texts, derived from the records and checked in so that a fresh server need not derive them.
 * {@code ShapeListTest} writes them with {@code -Dshapes.update=true}. The format is told in {@code ShapeList}.
 */
@NullMarked
package dev.bobbin.protocol.json.shapes;

import org.jspecify.annotations.NullMarked;
