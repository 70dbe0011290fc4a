/**
 * A model without a network: it repeats what it was told. For first tries, demonstrations and tests of clients.
 * Must not: depend on time or chance.
 */
@NullMarked
package dev.bobbin.appserver.model.offline;

import org.jspecify.annotations.NullMarked;
