/** Plugins, the marketplaces they come from, and apps. */
@NullMarked
package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.NullMarked;
