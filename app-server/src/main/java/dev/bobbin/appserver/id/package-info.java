/** Ids of threads, turns and items. Must not: know what they are given to. */
@NullMarked
package dev.bobbin.appserver.id;

import org.jspecify.annotations.NullMarked;
