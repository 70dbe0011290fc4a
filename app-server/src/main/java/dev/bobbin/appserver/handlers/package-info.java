/**
 * One class per resource of the wire: translate, delegate, reply. Handlers hold no state of their own.
 */
@NullMarked
package dev.bobbin.appserver.handlers;

import org.jspecify.annotations.NullMarked;
